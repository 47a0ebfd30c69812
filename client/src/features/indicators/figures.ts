/** Figures as this view writes them. Pure: what is not known never comes here. */
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { Reached } from "@trellis/shared/derive/readings";
import { isoDay } from "@trellis/shared/schema/days";
import type { TFunction } from "i18next";
import { numberFormat } from "../../ui/numberFormat.ts";
import { showDate } from "../../workspace/showDate.ts";
import { formatNumber } from "../../workspace/values/numbers.ts";

const GROUPED_FROM = 1_000;
type Entered = Pick<IndicatorReading, "baseline" | "actuals" | "targets">;
/** Of a size that people write out in digits. */
const isPlain = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15);
const rate = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const share = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3, style: "percent" });

/** As it was entered: every digit counts. */
export const asEntered = (value: number): string => formatNumber(value, GROUPED_FROM);

const MOST_DECIMALS = 4;
const DIGITS = 3;
const NEWEST = 50;
/** How many decimals the figures have from which others are worked out. */
export const decimalsOf = ({ baseline, actuals, targets }: Entered): number =>
  [...(baseline ? [baseline] : []), ...actuals.slice(-NEWEST), ...targets].reduce(
    (most, { value }) => Math.max(most, decimalsIn(value)),
    0,
  );
const decimalsIn = (value: number): number =>
  Math.min(MOST_DECIMALS, /^-?\d+\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);

/** Worked out: as fine as what it comes from, and three digits at least. */
export function workedOut(value: number, decimals: number): string {
  if (value === 0 || !isPlain(value)) return formatNumber(Number(value.toPrecision(DIGITS)), GROUPED_FROM);
  const needed = DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)));
  return numberFormat({ maximumFractionDigits: Math.max(0, decimals, needed) }).format(value);
}
/** A rate: four digits say enough. */
export const perYear = (value: number): string =>
  isPlain(value) ? rate.format(value) : formatNumber(Number(value.toPrecision(DIGITS)), GROUPED_FROM);
const NEARLY_ALL = 0.9995;
/** A rate of change: three digits say enough, but what is not all of it is never rounded up to it. */
export const percentage = (value: number): string =>
  value >= NEARLY_ALL && value < 1 ? `${share.format(0.999)}+` : share.format(value);

/** "9,250.7 kt CO2", "46%". */
export const withUnit = (value: string, unit: string | null): string =>
  unit === null ? value : unit.startsWith("%") ? `${value}${unit}` : `${value} ${unit}`;

/** A step in the indicator's unit: between shares in per cent it is in percentage points. */
export const stepWithUnit = (t: TFunction, value: string, unit: string | null): string =>
  unit?.startsWith("%") ? t("indicators.inPoints", { value, of: unit.slice(1) }) : withUnit(value, unit);

/** The month of a day: a year that counts as its last day reads Dec 2020. */
export const monthOf = ({ day }: Pick<Reached, "day">): string => showDate(isoDay(day).slice(0, 7));
