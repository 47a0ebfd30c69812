/**
 * What has changed between two states of a map, as notes that can be put into words: for announcing what others did,
 * and for saying what undo took back. Pure; one note a card or link, the most telling change of it.
 */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { Card, Link } from "@trellis/shared/schema/values";

/** What was touched, each as it stood before; undefined for what was not there. */
export interface Touched {
  readonly cards: ReadonlyMap<CardId, Card | undefined>;
  readonly links: ReadonlyMap<LinkId, Link | undefined>;
  /** The map's title before, when the settings were touched. */
  readonly mapTitle: string | null;
}

/** Titles are as stored: an empty one is for the words to name. */
export type ChangeNote = { readonly id: string } & (
  | { readonly kind: "added" | "removed"; readonly title: string; readonly type: Card["type"] }
  | { readonly kind: "renamed"; readonly title: string; readonly before: string }
  | { readonly kind: "laned"; readonly title: string; readonly level: string }
  | { readonly kind: "homed"; readonly title: string; readonly home: string }
  | { readonly kind: "unhomed" | "moved" | "changed"; readonly title: string }
  | { readonly kind: "status"; readonly title: string; readonly list: string; readonly value: string }
  | { readonly kind: "role"; readonly title: string; readonly other: string; readonly role: string }
  | { readonly kind: "linked" | "unlinked"; readonly title: string; readonly other: string }
  | { readonly kind: "linkChanged"; readonly title: string; readonly other: string }
  | { readonly kind: "mapRenamed"; readonly title: string }
  | { readonly kind: "mapChanged" }
);

/** Every card and link that differs; by identity, which snapshots keep. */
export function touchedBetween(before: MapSnapshot, after: MapSnapshot): Touched {
  return {
    cards: differing(before.cards, after.cards),
    links: differing(before.links, after.links),
    mapTitle: before.settings === after.settings ? null : before.settings.title,
  };
}

function differing<Id, Value>(before: ReadonlyMap<Id, Value>, after: ReadonlyMap<Id, Value>) {
  const found = new Map<Id, Value | undefined>();
  if (before === after) return found;
  for (const [id, value] of before) if (after.get(id) !== value) found.set(id, value);
  for (const id of after.keys()) if (!before.has(id)) found.set(id, undefined);
  return found;
}

/** Notes on what was touched, as it stands in `after`. Cards first, in the order they were touched. */
export function changeNotes(touched: Touched, after: MapSnapshot): ChangeNote[] {
  const notes: ChangeNote[] = [];
  for (const [id, before] of touched.cards) {
    const note = cardNote(before, after.cards.get(id), after);
    if (note) notes.push({ id, ...note });
  }
  const titleOf = (id: CardId) => (after.cards.get(id) ?? touched.cards.get(id))?.title ?? "";
  const stays = (id: CardId) => after.cards.has(id) && (!touched.cards.has(id) || touched.cards.get(id));
  for (const [id, before] of touched.links) {
    const now = after.links.get(id);
    const link = now ?? before;
    // A link that came or went with its card is part of that.
    if (!link || before === now || !stays(link.from) || !stays(link.to)) continue;
    const ends = { id, title: titleOf(link.to), other: titleOf(link.from) };
    const role = now?.type === "responsible" ? now.role : null;
    const earlier = before?.type === "responsible" ? before.role : null;
    if (!now) notes.push({ kind: "unlinked", ...ends });
    else if (role && role !== earlier) notes.push({ kind: "role", role, ...ends });
    else notes.push({ kind: before ? "linkChanged" : "linked", ...ends });
  }
  if (touched.mapTitle !== null) {
    const { title } = after.settings;
    notes.push(
      title === touched.mapTitle
        ? { id: "map", kind: "mapChanged" }
        : { id: "map", kind: "mapRenamed", title },
    );
  }
  return notes;
}

type Unnamed<Note> = Note extends unknown ? Omit<Note, "id"> : never;

function cardNote(
  before: Card | undefined,
  now: Card | undefined,
  after: MapSnapshot,
): Unnamed<ChangeNote> | null {
  if (before === now) return null;
  if (!now) return before ? { kind: "removed", title: before.title, type: before.type } : null;
  const { title } = now;
  if (!before) return { kind: "added", title, type: now.type };
  if (before.title !== title) return { kind: "renamed", title, before: before.title };
  const level = wordIn(now, "level");
  if (level !== wordIn(before, "level") && level !== null) return { kind: "laned", title, level };
  if (before.home !== now.home) {
    const home = now.home === null ? undefined : after.cards.get(now.home);
    return home ? { kind: "homed", title, home: home.title } : { kind: "unhomed", title };
  }
  const value = wordIn(now, "status");
  const spec = fieldsOfCard(now.type).status;
  if (value !== null && value !== wordIn(before, "status") && spec?.kind === "enum")
    return { kind: "status", title, list: spec.of, value };
  return { kind: onlyMoved(before, now) ? "moved" : "changed", title };
}

function wordIn(card: Card, field: string): string | null {
  const value = (card as Card & Readonly<Record<string, unknown>>)[field];
  return typeof value === "string" ? value : null;
}

const PLACE = new Set(["pos", "order", "homeLink"]);

function onlyMoved(before: Card, now: Card): boolean {
  const one = before as unknown as Record<string, unknown>;
  const other = now as unknown as Record<string, unknown>;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => PLACE.has(name) || one[name] === other[name]);
}
