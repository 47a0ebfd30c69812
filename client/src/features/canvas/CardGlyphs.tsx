/** The signs of satellites, once in the page: cards show them by reference (cardElement.ts). */
import {
  IconAlertTriangle,
  IconBook2,
  IconChartLine,
  IconCoins,
  IconGavel,
  IconNote,
  type TablerIcon,
} from "@tabler/icons-react";
import type { CardType } from "@trellis/shared/schema/enums";
import { glyphId } from "./glyphs.ts";

const GLYPHS: readonly (readonly [CardType, TablerIcon])[] = [
  ["indicator", IconChartLine],
  ["funding", IconCoins],
  ["risk", IconAlertTriangle],
  ["evidence", IconBook2],
  ["decision", IconGavel],
  ["note", IconNote],
];

export function CardGlyphs() {
  return (
    <svg className="unseen" aria-hidden="true">
      {GLYPHS.map(([type, Glyph]) => (
        <symbol key={type} id={glyphId(type)} viewBox="0 0 24 24">
          <Glyph size={24} stroke={1.6} />
        </symbol>
      ))}
    </svg>
  );
}
