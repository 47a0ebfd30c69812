/** The outline as the rows that are shown: what is open, what was found, where a new card is being written. Pure. */
import {
  groupKey,
  type ItemKey,
  type Outline,
  type OutlineGroup,
  type OutlineItem,
} from "@trellis/shared/derive/outline";
import type { CardId } from "@trellis/shared/schema/ids";
import type { NewPlace } from "./newPlace.ts";

/** An item of the tree. */
export interface ItemRow {
  readonly kind: "item";
  readonly key: ItemKey;
  readonly item: OutlineItem;
  readonly depth: number;
  /** From 1, among the shown siblings, and how many those are. */
  readonly position: number;
  readonly size: number;
  /** Null where there is nothing to open. */
  readonly isOpen: boolean | null;
  /** Shown only because something below it was looked for. */
  readonly isMuted: boolean;
}
/** The card that is being written. */
export interface NewRow {
  readonly kind: "new";
  readonly key: typeof NEW_KEY;
  readonly depth: number;
}
/** The button at the end of a level. */
export interface AddRow {
  readonly kind: "add";
  readonly key: ItemKey;
  readonly parent: ItemKey;
  readonly depth: number;
}
export type OutlineRow = ItemRow | NewRow | AddRow;

export const NEW_KEY = "new";

/** What is left of an outline when something is looked for: `hits` and the items above them. */
export interface Kept {
  readonly keys: ReadonlySet<ItemKey>;
  readonly hits: ReadonlySet<ItemKey>;
}

export interface RowOptions {
  /** Items that are not as they are at first. */
  readonly toggled: ReadonlySet<ItemKey>;
  /** Null shows all. */
  readonly kept: Kept | null;
  /** Opens whatever holds a hit. */
  readonly opensAll: boolean;
  /** Whether a level ends with a button that adds to it. */
  readonly addsTo: (item: OutlineItem) => boolean;
}

/** Groups that open only when asked: there may be many cards in them, and they are read on demand. */
const CLOSED_AT_FIRST: ReadonlySet<OutlineGroup> = new Set([
  "indicator",
  "funding",
  "risk",
  "evidence",
  "decision",
  "note",
]);

export const isOpenAtFirst = (item: OutlineItem): boolean =>
  item.kind !== "group" || !CLOSED_AT_FIRST.has(item.group);

/** Every shown item in reading order, with the buttons that add. */
export function rowsOf(outline: Outline, { toggled, kept, opensAll, addsTo }: RowOptions): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const shown = (keys: readonly ItemKey[]) => (kept ? keys.filter((key) => kept.keys.has(key)) : keys);
  interface Step {
    readonly key: ItemKey;
    readonly depth: number;
    readonly position: number;
    readonly size: number;
    /** The button below the last of a level. */
    readonly isEnd?: true;
  }
  const waiting: Step[] = [];
  const push = (keys: readonly ItemKey[], depth: number, end: ItemKey | null) => {
    if (end !== null) waiting.push({ key: end, depth, position: 0, size: 0, isEnd: true });
    for (let index = keys.length - 1; index >= 0; index--)
      waiting.push({ key: keys[index] as ItemKey, depth, position: index + 1, size: keys.length });
  };
  push(shown(outline.roots), 0, null);
  // A stack instead of recursion: projects may nest as deep as the map is large.
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { key, depth, position, size } = step;
    if (step.isEnd) {
      rows.push({ kind: "add", key: `add:${key}`, parent: key, depth });
      continue;
    }
    const item = outline.items.get(key);
    if (!item) continue;
    const children = shown(item.children);
    const isOpen = children.length === 0 ? null : opensAll || isOpenAtFirst(item) !== toggled.has(key);
    rows.push({
      kind: "item",
      key,
      item,
      depth,
      position,
      size,
      isOpen,
      isMuted: kept !== null && !kept.hits.has(key),
    });
    if (isOpen) push(children, depth + 1, addsTo(item) ? key : null);
  }
  return rows;
}

/** What stays when only some cards are looked for. */
export function keep(outline: Outline, isHit: (card: CardId) => boolean): Kept {
  const keys = new Set<ItemKey>();
  const hits = new Set<ItemKey>();
  for (const item of outline.items.values()) {
    if (item.kind === "group" || !isHit(item.card)) continue;
    hits.add(item.key);
    for (let at: ItemKey | null = item.key; at !== null && !keys.has(at); ) {
      keys.add(at);
      at = outline.items.get(at)?.parent ?? null;
    }
  }
  return { keys, hits };
}

/** The rows with the one in which a new card is written. Where its place is not shown, it stands at the end. */
export function withNewRow(rows: readonly OutlineRow[], place: NewPlace): OutlineRow[] {
  const at = newRowIndex(rows, place);
  const next = [...rows];
  next.splice(at.index, 0, { kind: "new", key: NEW_KEY, depth: at.depth });
  return next;
}

function newRowIndex(rows: readonly OutlineRow[], { parent, before }: NewPlace) {
  const beforeIndex = before === null ? -1 : rows.findIndex((row) => row.key === before);
  const beforeRow = rows[beforeIndex];
  if (beforeRow) return { index: beforeIndex, depth: beforeRow.depth };
  const parentIndex = parent === null ? -1 : rows.findIndex((row) => row.key === parent);
  const parentRow = rows[parentIndex];
  if (parentRow) {
    let index = parentIndex + 1;
    const { depth } = parentRow;
    for (let row = rows[index]; row && row.depth > depth; row = rows[++index]) {
      // References and the button that adds come after a card's own children.
      if (row.depth === depth + 1 && (row.kind !== "item" || row.item.kind === "reference")) break;
    }
    return { index, depth: depth + 1 };
  }
  if (parent !== null) return { index: rows.length, depth: 0 };
  const groups = rows.findIndex(
    (row) =>
      row.kind === "item" &&
      row.item.kind === "group" &&
      row.key !== groupKey("grand_challenge") &&
      row.depth === 0,
  );
  return { index: groups < 0 ? rows.length : groups, depth: 0 };
}

/** Keys of everything that must be open for an item to be shown, nearest first. */
export function above(outline: Outline, key: ItemKey): ItemKey[] {
  const found: ItemKey[] = [];
  for (
    let at = outline.items.get(key)?.parent ?? null;
    at !== null;
    at = outline.items.get(at)?.parent ?? null
  )
    found.push(at);
  return found;
}
