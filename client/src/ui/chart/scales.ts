/**
 * Axes of a chart: where a number stands along it, as a share from 0 to 1, and the few ticks it shows.
 * Total: a number that is none, or an axis without any extent, gives shares within the plot and never NaN.
 */
import { scaleLinear, scaleUtc } from "d3-scale";

export interface Tick {
  /** Share along the axis, 0 to 1. */
  readonly at: number;
  readonly label: string;
}
export interface Axis {
  /** Share along the axis of a number: 0 at its start, 1 at its end, outside where the number is. */
  readonly at: (value: number) => number;
  readonly ticks: readonly Tick[];
  readonly from: number;
  readonly to: number;
}

interface ValueAxisChoices {
  /** About how many ticks. */
  readonly ticks?: number;
  /** True for bars and areas, whose length means nothing unless it begins at zero. */
  readonly fromZero?: boolean;
  readonly format?: (value: number) => string;
}

const finite = (values: Iterable<number>): number[] => [...values].filter(Number.isFinite);

/** Room for one value alone: its own size on either side. */
function extent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (least < most) return [least, most];
  const room = least === 0 ? 1 : Math.abs(least);
  return [least - room, least + room];
}

/** Shares outside of any plot, but far from where browsers lose count. */
const share = (value: number): number => (Number.isFinite(value) ? Math.max(-50, Math.min(51, value)) : 0);

const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumSignificantDigits: 3 });
const plain = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const powers = new Intl.NumberFormat("en-GB", { notation: "scientific", maximumSignificantDigits: 3 });
/** 0.25, 1,500, 12k, 1.2m, 9e99: short enough for the side of a small chart. */
export const shortNumber = (value: number): string =>
  Math.abs(value) >= 1e15
    ? powers.format(value).toLowerCase()
    : Math.abs(value) >= 10_000
      ? compact.format(value).toLowerCase()
      : plain.format(value);

/** An axis of numbers that holds all of `values`, ending on round ones. */
export function valueAxis(values: Iterable<number>, choices: ValueAxisChoices = {}): Axis {
  const { ticks = 3, fromZero = false, format = shortNumber } = choices;
  const held = finite(values);
  const scale = scaleLinear(extent(fromZero ? [0, ...held] : held), [0, 1]).nice(ticks);
  const [from = 0, to = 1] = scale.domain();
  return {
    at: (value) => share(scale(value)),
    ticks: scale.ticks(ticks).map((value) => ({ at: share(scale(value)), label: format(value) })),
    from,
    to,
  };
}

const YEAR = 365.25 * 86_400_000;

const DAY = 86_400_000;
/** Months take more room than years: neighbours closer than this share of a tick's room would run into each other. */
const MONTH_ROOM = 1.2;

interface DayAxisChoices {
  /** What is shown is dated by years and stands at their ends: the tick of a year then stands there too. */
  readonly isYearly?: boolean;
}

/** An axis of days in milliseconds (UTC) that holds all of `days`; ticks are years, or months where it is short. */
export function dayAxis(days: Iterable<number>, ticks = 4, { isYearly = false }: DayAxisChoices = {}): Axis {
  const held = [...new Set(finite(days))];
  const [from, to] = held.length === 1 ? [(held[0] ?? 0) - YEAR, (held[0] ?? 0) + YEAR] : extent(held);
  const scale = scaleUtc([from, to], [0, 1]);
  if (isYearly) return { at: (day) => share(scale(day)), ticks: yearEnds(from, to, ticks), from, to };
  const isShort = to - from < 2 * YEAR;
  const format = new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    timeZone: "UTC",
    ...(isShort ? { month: "short" } : {}),
  });
  const labelled = scale.ticks(ticks).map((day) => ({ at: share(scale(day)), label: format.format(day) }));
  const named = labelled.filter(({ label }, index) => label !== labelled[index - 1]?.label);
  return {
    at: (day) => share(scale(day)),
    ticks: isShort ? spread(named, MONTH_ROOM / ticks) : named,
    from,
    to,
  };
}

/** Ticks that stand at least so far apart. */
function spread(ticks: readonly Tick[], room: number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) if (tick.at - (kept.at(-1)?.at ?? -1) >= room) kept.push(tick);
  return kept;
}

/** The ends of round years between two days. */
function yearEnds(from: number, to: number, ticks: number): Tick[] {
  const starts = scaleUtc([from - 365 * DAY, to - 364 * DAY], [0, 1]).ticks(ticks);
  return starts.flatMap((start) => {
    const year = start.getUTCFullYear();
    const end = new Date(0);
    end.setUTCFullYear(year, 11, 31);
    const at = share((end.getTime() - from) / (to - from));
    const isStart = start.getUTCMonth() === 0 && start.getUTCDate() === 1;
    return isStart && at >= 0 && at <= 1 ? [{ at, label: String(year) }] : [];
  });
}
