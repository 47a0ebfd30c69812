/**
 * What changed on a map since a moment, out of what the server remembers of its cards: each card once, as added, as
 * changed, or as removed. A card that came and went since then is none of them, and one that was brought back was changed.
 * Who: whoever did that last. What happened before remembering began is not known and is not counted.
 */
import { compareText } from "../lib/order.ts";
import type { CardType } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { MapTouches, TouchPerson } from "../schema/touches.ts";

export type ChangeKind = "added" | "edited" | "removed";

export interface CardChange {
  readonly card: CardId;
  readonly kind: ChangeKind;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly by: TouchPerson | null;
  /** The title and type it had; null while the card is on the map, which says it better. */
  readonly gone: { readonly title: string; readonly type: CardType | null } | null;
}

/**
 * Newest first. `onMap` are the cards there are now: what was remembered of them may be a moment older or newer.
 * @param since milliseconds since 1970 UTC
 */
export function changesSince(
  touches: MapTouches,
  since: number,
  onMap: ReadonlyMap<CardId, unknown>,
): readonly CardChange[] {
  const changes: CardChange[] = [];
  for (const [card, { added, edited }] of touches.cards) {
    if (!onMap.has(card)) continue;
    if (added !== null && added.at >= since) changes.push({ ...added, card, kind: "added", gone: null });
    else if (edited !== null && edited.at >= since)
      changes.push({ ...edited, card, kind: "edited", gone: null });
  }
  for (const [card, { at, by, title, type, addedAt }] of touches.removed) {
    if (at < since || onMap.has(card) || (addedAt !== null && addedAt >= since)) continue;
    changes.push({ card, kind: "removed", at, by, gone: { title, type } });
  }
  return changes.sort((one, other) => other.at - one.at || compareText(one.card, other.card));
}

export const countsOf = (changes: readonly CardChange[]): Readonly<Record<ChangeKind, number>> => {
  const counts = { added: 0, edited: 0, removed: 0 };
  for (const { kind } of changes) counts[kind]++;
  return counts;
};

export interface Changer {
  /** Null for everybody who is no longer known. */
  readonly by: TouchPerson | null;
  readonly cards: number;
}

/** Who changed how many cards, the most first. People of the same name are told as one, as names are all that is shown. */
export function changersOf(changes: readonly CardChange[]): readonly Changer[] {
  const found = new Map<string, { by: TouchPerson | null; cards: number }>();
  for (const { by } of changes) {
    const key = by === null ? "" : `${by.isYou ? "you" : "other"} ${by.name}`;
    const changer = found.get(key) ?? { by, cards: 0 };
    changer.cards++;
    found.set(key, changer);
  }
  return [...found.values()].sort(
    (one, other) => other.cards - one.cards || compareText(one.by?.name ?? "", other.by?.name ?? ""),
  );
}
