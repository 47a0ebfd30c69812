/** How much room each card takes on the canvas and in pictures, in canvas units (pixels at zoom 1). */
import type { CardType } from "../schema/enums.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SATELLITE: Size = { width: 184, height: 48 };

export const CARD_SIZES: Readonly<Record<CardType, Size>> = {
  grand_challenge: { width: 200, height: 88 },
  mission: { width: 184, height: 264 },
  challenge: { width: 232, height: 76 },
  project: { width: 232, height: 72 },
  instrument: { width: 232, height: 72 },
  actor: { width: 232, height: 64 },
  indicator: SATELLITE,
  funding: SATELLITE,
  risk: SATELLITE,
  evidence: SATELLITE,
  decision: SATELLITE,
  note: SATELLITE,
};
