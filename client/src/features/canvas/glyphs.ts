/** Which cards carry a small sign, and under which id the page holds it. */
import type { CardType } from "@trellis/shared/schema/enums";

export const GLYPH_TYPES: ReadonlySet<CardType> = new Set<CardType>([
  "indicator",
  "funding",
  "risk",
  "evidence",
  "decision",
  "note",
]);

export const glyphId = (type: CardType): string => `canvas-glyph-${type}`;
