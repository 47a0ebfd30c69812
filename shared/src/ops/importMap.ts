/** Fills a document from a decoded file, in one edit. Used once per map, by the server; clients never seed. */
import { orderKeysBetween } from "../lib/order.ts";
import { fieldsOfCard } from "../schema/cardTypes.ts";
import { type CardId, type LinkId, newLinkId } from "../schema/ids.ts";
import type { MapDraft } from "../schema/mapDoc.ts";
import type { FileCard, FileLink, MapFile } from "../schema/mapFile.ts";
import { fieldsOfMap } from "../schema/mapSettings.ts";
import { linkFields } from "./checks.ts";
import { flattenFields } from "./flatten.ts";

/** Order keys of all cards: siblings by their `order`, then as the file lists them. */
function orderKeys(file: MapFile, homes: ReadonlyMap<CardId, FileLink>): Map<CardId, string> {
  const families = new Map<string, FileCard[]>();
  for (const card of file.cards) {
    const home = homes.get(card.id)?.to;
    // Cards without a home are ordered among their type; only an order in the file gives them a key.
    if (home === undefined && card.order === undefined) continue;
    const family = home ?? `type:${card.type}`;
    const known = families.get(family);
    if (known) known.push(card);
    else families.set(family, [card]);
  }
  const keys = new Map<CardId, string>();
  for (const family of families.values()) {
    const inOrder = family
      .map((card, position) => ({ card, position }))
      .sort(
        (one, other) =>
          (one.card.order ?? Number.POSITIVE_INFINITY) - (other.card.order ?? Number.POSITIVE_INFINITY) ||
          one.position - other.position,
      );
    const made = orderKeysBetween(null, null, inOrder.length);
    inOrder.forEach(({ card }, index) => {
      keys.set(card.id, made[index] as string);
    });
  }
  return keys;
}

/** Writes settings, cards with their texts and homes, and links. The document must be new. */
export function importMap(draft: MapDraft, file: MapFile): void {
  const settings = flattenFields(fieldsOfMap, file.settings);
  for (const [key, value] of Object.entries(settings)) draft.setSetting(key, value);
  const homes = new Map(
    file.links.filter((link) => link.type === "part_of").map((link) => [link.from, link]),
  );
  const orders = orderKeys(file, homes);
  for (const card of file.cards) importCard(draft, card, homes.get(card.id), orders.get(card.id));
  for (const link of file.links) {
    if (link.type === "part_of") continue;
    const { id, type, from, to, ...fields } = link;
    draft.putLink((id ?? newLinkId()) as LinkId, {
      type,
      from,
      to,
      ...flattenFields(linkFields(type), fields),
    });
  }
}

function importCard(
  draft: MapDraft,
  card: FileCard,
  home: FileLink | undefined,
  order: string | undefined,
): void {
  const { id, type, order: _position, pos, description, ...fields } = card;
  const record: Record<string, unknown> = { type, title: "", ...flattenFields(fieldsOfCard(type), fields) };
  if (order !== undefined) record.order = order;
  if (home) {
    const { id: linkId, type: _type, from: _from, to, ...said } = home;
    record.home = to;
    // What a file says of the home link itself (its id, a note) is kept until the card moves.
    const kept = { ...(linkId ? { id: linkId } : {}), ...said };
    if (Object.keys(kept).length > 0) record.homeLink = kept;
  }
  draft.putCard(id, record, pos ?? null);
  if (description) draft.writeBody(id, description);
}
