/** An indicator as lines and marks of a chart. Pure. */
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { Rates } from "@trellis/shared/derive/rates";
import { type Reached, YEAR } from "@trellis/shared/derive/readings";
import { DAY } from "@trellis/shared/schema/days";
import type { BandPoint, ChartPoint } from "../../ui/chart/chartContext.ts";
import { type Axis, dayAxis, valueAxis } from "../../ui/chart/scales.ts";

export interface Series {
  readonly x: Axis;
  readonly y: Axis;
  readonly path: readonly ChartPoint[];
  readonly isStepped: boolean;
  /** How far a value that is to be kept may stray. */
  readonly tolerance: readonly BandPoint[];
  readonly actuals: readonly ChartPoint[];
  readonly baseline: readonly ChartPoint[];
  readonly targets: readonly ChartPoint[];
  /** Where it leads if it goes on as in the last years. */
  readonly onward: readonly ChartPoint[];
}

/** As many points of a line as a screen can show; the table has them all. */
const MOST_POINTS = 400;
const PIECES = 12;
const TOLERANCE = 0.05;

const pointOf = ({ day, value }: Reached): ChartPoint => ({ x: day, y: value });

function thinned(points: readonly Reached[]): readonly Reached[] {
  if (points.length <= MOST_POINTS) return points;
  const stride = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, index) => index % stride === 0 || index === points.length - 1);
}

/** From the latest actual on at the recent rate, until the last target. */
export function onwardOf({ standing, targets }: IndicatorReading, rates: Rates | null): readonly Reached[] {
  const [actual, end] = [standing.actual, targets.at(-1)];
  if (!actual || !end || end.day <= actual.day) return [];
  if (typeof standing.runRate === "number") {
    const last = standing.exhausted ? Date.parse(`${standing.exhausted}T00:00:00Z`) : end.day;
    return [actual, { day: last, value: actual.value + (standing.runRate * (last - actual.day)) / YEAR }];
  }
  const { recent, arrival } = rates ?? {};
  if (!recent || !arrival) return [];
  const years = (end.day - actual.day) / YEAR;
  return Array.from({ length: PIECES + 1 }, (_, piece) => {
    const after = (years * piece) / PIECES;
    const value =
      arrival.shape === "compound"
        ? actual.value * (1 + (recent.compound ?? 0)) ** after
        : actual.value + (recent.linear ?? 0) * after;
    return { day: actual.day + after * YEAR, value };
  }).filter(({ value }) => Number.isFinite(value));
}

const isYearEnd = (day: number): boolean => {
  const next = new Date(day + DAY);
  return next.getUTCMonth() === 0 && next.getUTCDate() === 1;
};

/** Most of its points are dated by years, which count as their last day. */
export function isYearly({ baseline, actuals, targets }: IndicatorReading): boolean {
  const points = [...(baseline ? [baseline] : []), ...actuals, ...targets];
  return points.filter(({ day }) => isYearEnd(day)).length * 2 > points.length;
}

interface SeriesChoices {
  readonly onward?: readonly Reached[];
  /** A day that is to be in sight. */
  readonly today?: number;
  readonly ticks?: number;
}

export function seriesOf(reading: IndicatorReading, choices: SeriesChoices = {}): Series {
  const { onward = [], today, ticks = 3 } = choices;
  const { baseline, drawn } = reading;
  const look = drawn?.look;
  const targets = reading.targets;
  const begin = baseline ? [baseline] : [];
  const all = [...begin, ...reading.actuals, ...targets, ...(drawn?.points ?? []), ...onward];
  const isStepped = look === "stepped" || look === "cap";
  const isBudget = look === "budget" && reading.actuals.length > 0;
  // A cap may hold for a century: what matters of it is until it is used up.
  const inSight = isBudget ? [...begin, ...reading.actuals, ...onward] : all;
  const days = [...inSight.map(({ day }) => day), ...(today === undefined ? [] : [today])];
  const x = dayAxis(days, ticks + 1, { isYearly: isYearly(reading) });
  const within = (points: readonly Reached[]) => points.filter(({ day }) => day <= x.to);
  const last = drawn?.points.at(-1);
  const isHeld = isBudget || (isStepped && last !== undefined && last.day < x.to);
  const held = isHeld && last ? [{ ...last, day: x.to }] : [];
  const tolerance =
    look === "level"
      ? (drawn?.points ?? []).map(({ day, value }) => ({
          x: day,
          low: value - Math.abs(value) * TOLERANCE,
          high: value + Math.abs(value) * TOLERANCE,
        }))
      : [];
  const values = [...all.map(({ value }) => value), ...tolerance.flatMap(({ low, high }) => [low, high])];
  return {
    x,
    y: valueAxis(values, { ticks, fromZero: look === "budget" }),
    path: [...within(drawn?.points ?? []), ...held].map(pointOf),
    isStepped,
    tolerance,
    actuals: thinned(isBudget ? [...begin, ...reading.actuals] : reading.actuals).map(pointOf),
    baseline: begin.map(pointOf),
    targets: within(targets).map(pointOf),
    onward: onward.map(pointOf),
  };
}
