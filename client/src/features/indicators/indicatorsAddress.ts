/**
 * What this view alone keeps in the address: which indicators are shown and in which order, or the one that is large
 * with the years left out of its rate and its overlap. What goes without saying is left out, a value that is none is
 * read as the first choice, and other keys are not touched. Pure.
 */
import { overlapOf } from "@trellis/shared/derive/contributions";
import { VERDICTS } from "@trellis/shared/derive/indicators";
import type { TrajectoryStatus } from "@trellis/shared/derive/trajectory";
import { ENUMS, type EnumValue } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { cardIn, chosen, named, unlessFirst, withChoices } from "../../workspace/addressChoices.ts";

export const ORDERS = ["worst", "name", "newest"] as const;
export type Order = (typeof ORDERS)[number];
type IndicatorKind = EnumValue<"indicatorKind">;

export interface IndicatorsAddress {
  /** The one that is large; null shows them all. */
  readonly indicator: CardId | null;
  readonly mission: CardId | null;
  readonly challenge: CardId | null;
  readonly verdict: TrajectoryStatus | null;
  readonly kind: IndicatorKind | null;
  readonly order: Order;
  /** Years left out of the recent rate, in their order. */
  readonly without: readonly number[];
  /** In per cent. */
  readonly overlap: number;
}

const MOST_YEARS = 30;
const yearsIn = (text: string | null): readonly number[] =>
  [...new Set((text ?? "").split(",").filter((year) => /^\d{4}$/.test(year)))]
    .map(Number)
    .sort((one, other) => one - other)
    .slice(0, MOST_YEARS);

export function readIndicators(search: string): IndicatorsAddress {
  const params = new URLSearchParams(search);
  return {
    indicator: cardIn(params.get("indicator")),
    mission: cardIn(params.get("mission")),
    challenge: cardIn(params.get("challenge")),
    verdict: named(VERDICTS, params.get("verdict")),
    kind: named(ENUMS.indicatorKind, params.get("kind")),
    order: chosen(ORDERS, params.get("order")),
    without: yearsIn(params.get("without")),
    overlap: overlapOf(params.get("overlap") ?? undefined),
  };
}

/** `search` with these choices written into it. Years and overlap belong to the large indicator and leave with it. */
export function writeIndicators(search: string, choices: IndicatorsAddress): string {
  const isLarge = choices.indicator !== null;
  return withChoices(search, {
    indicator: choices.indicator,
    mission: choices.mission,
    challenge: choices.challenge,
    verdict: choices.verdict,
    kind: choices.kind,
    order: unlessFirst(ORDERS, choices.order),
    without: isLarge ? choices.without.join(",") : null,
    overlap: isLarge && choices.overlap > 0 ? String(choices.overlap) : null,
  });
}
