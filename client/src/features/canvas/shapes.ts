/**
 * The outline of each card type: type is told by shape first, colour second, so that a print in grey still reads.
 * One path for both the page (SVG) and the far view (canvas).
 */
import type { CardType } from "@trellis/shared/schema/enums";

/** Half a pixel inside, so that a hairline is not cut off by its box. */
const IN = 0.75;

/** An SVG path for a box of this size with its corner at the origin. */
export function shapePath(type: CardType, width: number, height: number): string {
  const right = width - IN;
  const bottom = height - IN;
  switch (type) {
    case "actor":
      return rounded(right, bottom, (height - 2 * IN) / 2);
    case "grand_challenge":
      return polygon(right, bottom, 20);
    case "instrument":
      return cutCorner(right, bottom, 18);
    case "funding":
      return ticket(right, bottom, 7);
    case "risk":
      return flag(right, bottom, 14);
    case "evidence":
      return cutCorner(right, bottom, 12);
    case "decision":
      return polygon(right, bottom, 12);
    case "note":
      return foldedSheet(right, bottom, 13);
    case "indicator":
      return rounded(right, bottom, 14);
    case "mission":
      return rounded(right, bottom, 8);
    case "challenge":
    case "project":
      return rounded(right, bottom, 6);
  }
}

const rounded = (right: number, bottom: number, radius: number): string =>
  `M${IN + radius} ${IN}H${right - radius}A${radius} ${radius} 0 0 1 ${right} ${IN + radius}V${bottom - radius}` +
  `A${radius} ${radius} 0 0 1 ${right - radius} ${bottom}H${IN + radius}A${radius} ${radius} 0 0 1 ${IN} ${bottom - radius}` +
  `V${IN + radius}A${radius} ${radius} 0 0 1 ${IN + radius} ${IN}Z`;

/** Both ends pointed. */
const polygon = (right: number, bottom: number, point: number): string =>
  `M${IN + point} ${IN}H${right - point}L${right} ${(IN + bottom) / 2}L${right - point} ${bottom}H${IN + point}L${IN} ${(IN + bottom) / 2}Z`;

/** Upper right corner cut off. */
const cutCorner = (right: number, bottom: number, cut: number): string =>
  `M${IN} ${IN}H${right - cut}L${right} ${IN + cut}V${bottom}H${IN}Z`;

/** A round notch in either side, as on a ticket. */
const ticket = (right: number, bottom: number, notch: number): string => {
  const middle = (IN + bottom) / 2;
  return (
    `M${IN} ${IN}H${right}V${middle - notch}A${notch} ${notch} 0 0 0 ${right} ${middle + notch}V${bottom}H${IN}` +
    `V${middle + notch}A${notch} ${notch} 0 0 0 ${IN} ${middle - notch}Z`
  );
};

/** Pointed to the left, as a warning flag. */
const flag = (right: number, bottom: number, point: number): string =>
  `M${IN + point} ${IN}H${right}V${bottom}H${IN + point}L${IN} ${(IN + bottom) / 2}Z`;

/** Lower right corner folded over. */
const foldedSheet = (right: number, bottom: number, fold: number): string =>
  `M${IN} ${IN}H${right}V${bottom - fold}L${right - fold} ${bottom}H${IN}Z` +
  `M${right} ${bottom - fold}H${right - fold}V${bottom}`;
