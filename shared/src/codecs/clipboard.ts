/**
 * Cards on their way through the clipboard. Two shapes: `CLIPBOARD_TYPE` keeps all that a card says and is read by
 * Trellis alone; plain text is an indented list of titles, for a mail or a spreadsheet (`outline.ts`).
 * What comes back is decoded here, like any file: it fits whole or is refused, and nothing passes unchecked.
 */
import type { MapSnapshot } from "../read/snapshot.ts";
import type { Body } from "../schema/body.ts";
import { checkFields } from "../schema/checkValue.ts";
import type { CopiedCards } from "../schema/copiedCards.ts";
import { type CardId, isId } from "../schema/ids.ts";
import { fieldsOfLink, isLinkType, REQUIRED_LINK_FIELDS } from "../schema/linkTypes.ts";
import { decodeMapFile, type FileLink } from "../schema/mapFile.ts";
import { encodeMapFile } from "./json.ts";

export const CLIPBOARD_TYPE = "application/x-trellis-cards";

/** Most that is copied or pasted at a time; `characters` keeps one paste below what a connection may send at once. */
export const CLIPBOARD_LIMITS = { cards: 1_000, links: 5_000, characters: 2_000_000 } as const;

export type DecodedClipboard =
  | { readonly copied: CopiedCards; readonly problem?: undefined }
  | { readonly copied?: undefined; readonly problem: "too_large" | "unreadable" };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Writes cards of a map. `bodies` holds their texts. */
export function encodeClipboard(
  snapshot: MapSnapshot,
  bodies: ReadonlyMap<CardId, Body>,
  cards: ReadonlySet<CardId>,
  map: string,
): string {
  const links = [...snapshot.links].filter(([, { from, to }]) => cards.has(from) || cards.has(to));
  const chosen = {
    settings: { title: "", ...(snapshot.settings.sources ? { sources: snapshot.settings.sources } : {}) },
    cards: new Map([...snapshot.cards].filter(([id]) => cards.has(id))),
    links: new Map(links.filter(([, { from, to }]) => cards.has(from) && cards.has(to))),
  };
  const outside = links
    .filter(([, { from, to }]) => cards.has(from) !== cards.has(to))
    .map(([, { id: _id, ...link }]) => link);
  const homes = [...chosen.cards.values()].flatMap(({ id, home }) =>
    home !== null && !cards.has(home) ? [{ type: "part_of", from: id, to: home }] : [],
  );
  return JSON.stringify({
    trellis: 1,
    map,
    file: encodeMapFile(chosen, bodies),
    outside: [...homes, ...outside],
  });
}

/** Reads what `encodeClipboard` wrote, here or in another version of Trellis. */
export function decodeClipboard(text: string): DecodedClipboard {
  if (text.length > CLIPBOARD_LIMITS.characters) return { problem: "too_large" };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // Any page may put anything on the clipboard under any name; the person is told that it cannot be read.
    return { problem: "unreadable" };
  }
  if (!isRecord(raw) || raw.trellis !== 1 || typeof raw.map !== "string" || !Array.isArray(raw.outside))
    return { problem: "unreadable" };
  const decoded = decodeMapFile(raw.file, CLIPBOARD_LIMITS);
  if (!decoded.file) return { problem: decoded.tooLarge ? "too_large" : "unreadable" };
  const { cards, links, settings } = decoded.file;
  if (links.length + raw.outside.length > CLIPBOARD_LIMITS.links) return { problem: "too_large" };
  const copied = new Set<string>(cards.map(({ id }) => id));
  const outside = raw.outside.map((link) => outsideLink(link, copied));
  if (outside.includes(null)) return { problem: "unreadable" };
  return {
    copied: {
      map: raw.map,
      cards,
      links,
      outside: outside.filter((link) => link !== null),
      sources: sourceTitles(settings.sources),
    },
  };
}

/** A link with exactly one end among the copied cards. Whether the other may be joined is asked when it is pasted. */
function outsideLink(raw: unknown, copied: ReadonlySet<string>): FileLink | null {
  if (!isRecord(raw)) return null;
  const { type, from, to, ...fields } = raw;
  if (!isLinkType(type) || !isId(from) || !isId(to) || copied.has(from) === copied.has(to)) return null;
  if (checkFields(fieldsOfLink(type), fields)) return null;
  if ((REQUIRED_LINK_FIELDS[type] ?? []).some((field) => (fields[field] ?? null) === null)) return null;
  return { type, from: from as CardId, to: to as CardId, ...fields } as FileLink;
}

function sourceTitles(sources: unknown): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const source of Array.isArray(sources) ? sources : [])
    if (isRecord(source) && typeof source.id === "string" && typeof source.title === "string")
      titles.set(source.id, source.title);
  return titles;
}
