/** What nobody answers for any longer once cards are removed: told when it happens, while it can still be undone. Pure. */
import { LOAD_TYPES } from "@trellis/shared/derive/responsibility";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";

/** Cards that stay and had somebody accountable, in whatever phase, of whom nobody stays. */
export function leftUnanswered({ cards, links }: MapSnapshot, removed: readonly CardId[]): number {
  const gone = new Set(removed);
  const [before, after] = [new Set<CardId>(), new Set<CardId>()];
  for (const link of links.values()) {
    if (link.type !== "responsible" || link.role !== "accountable" || gone.has(link.to)) continue;
    if (!LOAD_TYPES.has(cards.get(link.to)?.type ?? "note")) continue;
    (gone.has(link.from) ? before : after).add(link.to);
  }
  return [...before].filter((card) => !after.has(card)).length;
}
