/**
 * A card that a way to mend has added goes again when its panel is left before anybody wrote on it: a blank card would
 * settle a finding without saying anything. It goes by undoing the step that added it, and only while it is as it was
 * made: once a person has written, linked or done something else, it stays.
 */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { workspaceStore } from "../../workspace/workspaceStore.ts";

/** Whether a card, of which `made` is how it was made, still says nothing. Its words in rich text are asked for apart. */
export function isAsMade(made: Pick<MapSnapshot, "cards" | "links">, now: typeof made, id: CardId): boolean {
  const countLinks = ({ links }: typeof made) =>
    [...links.values()].filter(({ from, to }) => from === id || to === id).length;
  const card = now.cards.get(id);
  return card !== undefined && card === made.cards.get(id) && countLinks(made) === countLinks(now);
}

/** Calls once, when the panel no longer shows the card. */
export function onceLeft(id: CardId, left: () => void): void {
  const stop = workspaceStore.subscribe(({ panel, selection: { cards } }) => {
    if (panel !== "closed" && cards.length === 1 && cards[0] === id) return;
    stop();
    left();
  });
}
