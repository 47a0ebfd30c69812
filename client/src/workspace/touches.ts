/** What the server remembers of the cards, out of its answers. Pure. */
import type { MapTouchesAnswer } from "@trellis/shared/protocol/api";
import type { CardId } from "@trellis/shared/schema/ids";
import type { CardTouches, MapTouches, RemovedCard, Touch } from "@trellis/shared/schema/touches";
import { today } from "./today.ts";

/** What was known with what came since; the very same when nothing came. */
export function mergedTouches(before: MapTouches | null, answer: MapTouchesAnswer): MapTouches {
  if (before && answer.cards.length + answer.removed.length === 0) return before;
  const touch = ({ at, by }: { readonly at: string; readonly by: number | null }): Touch => ({
    at: Date.parse(at),
    by: by === null ? null : (answer.people[by] ?? null),
  });
  const cards = new Map<CardId, CardTouches>(before?.cards);
  const removed = new Map<CardId, RemovedCard>(before?.removed);
  for (const { card, added, edited, confirmed } of answer.cards) {
    const id = card as CardId;
    removed.delete(id);
    cards.set(id, {
      added: added && touch(added),
      edited: edited && touch(edited),
      confirmed: confirmed && touch(confirmed),
    });
  }
  for (const { card, title, type, addedAt, ...last } of answer.removed) {
    const id = card as CardId;
    cards.delete(id);
    removed.set(id, { ...touch(last), title, type, addedAt: addedAt === null ? null : Date.parse(addedAt) });
  }
  return { recordedFrom: Date.parse(answer.recordedFrom), cards, removed };
}

/** The last time somebody looked a card through: by editing it or by saying that it is still right. */
function reviewOf({ edited, confirmed }: CardTouches): Touch | null {
  if (edited === null || confirmed === null) return edited ?? confirmed;
  return confirmed.at >= edited.at ? confirmed : edited;
}

/** The day of each card's last review on this person's calendar; `before` itself while no day is another. */
export function daysReviewed(
  touches: MapTouches,
  before: ReadonlyMap<CardId, string> | null,
): ReadonlyMap<CardId, string> {
  const days = new Map<CardId, string>();
  for (const [card, touched] of touches.cards) {
    const review = reviewOf(touched);
    if (review) days.set(card, today(new Date(review.at)));
  }
  const isSame = before?.size === days.size && [...days].every(([card, day]) => before.get(card) === day);
  return isSame && before ? before : days;
}
