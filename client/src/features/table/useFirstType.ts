/** Which type of card the table shows: the address's, else that of the selected card, else the one with most to tell. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import { useState } from "react";
import { workspaceStore } from "../../workspace/workspaceStore.ts";

function firstType({ cards }: MapSnapshot): CardType {
  const selected = workspaceStore.getState().selection.cards.at(-1);
  const own = selected && cards.get(selected)?.type;
  if (own) return own;
  const there = new Set([...cards.values()].map(({ type }) => type));
  return there.has("project") ? "project" : (CARD_TYPES.find((type) => there.has(type)) ?? "mission");
}

/** Found once: a card that somebody adds elsewhere is no reason to show another table. */
export function useFirstType(snapshot: MapSnapshot, addressed: CardType | null): CardType {
  const [found, setFound] = useState<CardType | null>(null);
  if (addressed) return addressed;
  if (found) return found;
  if (snapshot.cards.size > 0) setFound(firstType(snapshot));
  return firstType(snapshot);
}
