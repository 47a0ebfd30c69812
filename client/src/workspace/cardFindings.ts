/**
 * What the health check finds on a card, for the panel of the card. The health check owns it; the frame of the map hands
 * it to the panel, so that neither knows the other and a finding is said and mended in one way.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { type ComponentType, createContext, useContext } from "react";

export interface CardFindingsProps {
  readonly card: CardId;
}

/** The place in a card's panel at which they stand: see panelWish. */
export const FINDINGS_PLACE = "findings";

export const CardFindingsContext = createContext<ComponentType<CardFindingsProps> | null>(null);

/** @throws outside of a map's frame, which is a mistake in the code */
export function useCardFindings(): ComponentType<CardFindingsProps> {
  const CardFindings = useContext(CardFindingsContext);
  if (!CardFindings) throw new Error("The findings of a card are shown outside of a map's frame.");
  return CardFindings;
}
