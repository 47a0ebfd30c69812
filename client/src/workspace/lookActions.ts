/**
 * What can be done to the look with the cards that are selected, in any view. Each answers null when it was done, else
 * the key of a sentence (`look.cannot.*`) that says what to do first.
 */
import { foldedCounts, holdersOf } from "@trellis/shared/derive/folding";
import type { Degrees } from "@trellis/shared/derive/shownCards";
import { DIRECTIONS, type Direction } from "@trellis/shared/derive/ties";
import { missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { lookStore } from "./lookStore.ts";
import { workspaceStore } from "./workspaceStore.ts";

export type Cannot = "focus" | "path" | "unfold" | null;

const selected = (): readonly CardId[] => workspaceStore.getState().selection.cards;

/** Focuses on the selected cards; ends the focus when these are its middle already. */
export function focusOnSelected(): Cannot {
  const { focus, set } = lookStore.getState();
  const cards = selected();
  if (cards.length === 0) {
    if (!focus) return "focus";
    set({ focus: null });
    return null;
  }
  const isSame =
    focus && focus.cards.length === cards.length && focus.cards.every((id) => cards.includes(id));
  set({ focus: isSame ? null : { degrees: 1, direction: "all", ...focus, cards } });
  return null;
}

export function setDegrees(degrees: Degrees): void {
  const { focus, set } = lookStore.getState();
  if (focus && focus.degrees !== degrees) set({ focus: { ...focus, degrees } });
}

/** Without a direction the next one of all, out and in. */
export function setDirection(direction?: Direction): void {
  const { focus, set } = lookStore.getState();
  if (!focus) return;
  const next = DIRECTIONS[(DIRECTIONS.indexOf(focus.direction) + 1) % DIRECTIONS.length] ?? "all";
  set({ focus: { ...focus, direction: direction ?? next } });
}

/** Asks how two selected cards hang together. */
export function pathBetweenSelected(every: boolean): Cannot {
  const [from, to, ...more] = selected();
  if (!from || !to || more.length > 0) return "path";
  lookStore.getState().set({ path: { from, to, every } });
  return null;
}

/** Folds the map, or shows all of it again. */
export function toggleFold(): void {
  const { unfolded, set } = lookStore.getState();
  set(unfolded === null ? { unfolded: [], focus: null, path: null } : { unfolded: null });
}

/** Unfolds the mission or challenge that the selected card is or stands under, or folds it again. */
export function unfoldSelected(snapshot: MapSnapshot, others: "fold" | "stay"): Cannot {
  const card = selected().at(-1);
  if (!card) return "unfold";
  const { cards } = snapshot;
  const tree = missionTree(cards);
  const holder = holdersOf(tree, cards).get(card) ?? card;
  if (!foldedCounts(snapshot, tree).has(holder)) return "unfold";
  lookStore.getState().unfold(holder, others);
  return null;
}

/** Ends a focus or a path; false when there was none. */
export function endQuestion(): boolean {
  const { focus, path, set } = lookStore.getState();
  if (!focus && !path) return false;
  set({ focus: null, path: null });
  return true;
}
