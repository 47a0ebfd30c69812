/**
 * The axis of the roadmap: days along pixels, the ticks on it, and where a bar lies. Whole years, wide enough for what
 * is dated, and for today where that is near. Pure; total for any dates between the years 0 and 9999.
 */

import type { Bar } from "@trellis/shared/derive/timeline";
import { yearOf } from "@trellis/shared/schema/days";
import type { Zoom } from "./roadmapAddress.ts";

export const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;

/** Pixels of a year; "fit" takes what there is. */
const YEAR_WIDTH: Readonly<Record<Exclude<Zoom, "fit">, number>> = { years: 88, quarters: 320 };
/** Wider than any plan; what one wrong date would make wider is drawn closer together. */
const MOST_WIDTH = 60_000;
/** Years between today and all else for which today is still on the axis. */
const NEAR_YEARS = 5;
/** Least space between two ticks. */
const TICK_WIDTH = 46;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;
/** Length of an end that is not known. */
const OPEN_WIDTH = 40;

export interface TimeTick {
  readonly x: number;
  readonly label: string;
  /** The first of a year. */
  readonly isYear: boolean;
}

export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly ticks: readonly TimeTick[];
  /** Null: today is not on it. */
  readonly today: number | null;
}

/** The first day of a year; `Date.UTC` would take 50 for 1950. */
function firstOf(year: number, month = 0): number {
  const day = new Date(0);
  day.setUTCFullYear(year, month, 1);
  return day.getTime();
}

interface Extent {
  readonly from: number | null;
  readonly to: number | null;
}

/** @param available the width on screen, in pixels */
export function timeScale(extent: Extent, zoom: Zoom, available: number, today: number): TimeScale {
  const [least, most] = [extent.from ?? today, extent.to ?? today];
  const isNear = today >= least - NEAR_YEARS * YEAR && today <= most + NEAR_YEARS * YEAR;
  const firstYear = yearOf(isNear ? Math.min(least, today) : least);
  const lastYear = yearOf(isNear ? Math.max(most, today) : most);
  const years = lastYear - firstYear + 1;
  const room = Math.max(120, available);
  const wanted = zoom === "fit" ? room : Math.max(room, years * YEAR_WIDTH[zoom]);
  const bare = {
    from: firstOf(firstYear),
    to: firstOf(lastYear + 1),
    width: Math.min(Math.max(room, MOST_WIDTH), wanted),
  };
  return {
    ...bare,
    today: isNear ? xOf(bare, today) : null,
    ticks: ticksOf(bare, firstYear, years),
  };
}

export const xOf = ({ from, to, width }: Pick<TimeScale, "from" | "to" | "width">, day: number): number =>
  Math.round(((day - from) / (to - from)) * width * 10) / 10;

/** How many milliseconds a stretch of pixels stands for. */
export const timeOf = ({ from, to, width }: TimeScale, pixels: number): number =>
  (pixels / width) * (to - from);

function ticksOf(
  scale: Pick<TimeScale, "from" | "to" | "width">,
  firstYear: number,
  years: number,
): TimeTick[] {
  const yearWidth = scale.width / years;
  const hasQuarters = yearWidth >= 4 * TICK_WIDTH;
  const step = STEPS.find((one) => one * yearWidth >= TICK_WIDTH) ?? 10_000;
  const ticks: TimeTick[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year < firstYear + years; year += step) {
    ticks.push({ x: xOf(scale, firstOf(year)), label: String(year), isYear: true });
    if (!hasQuarters) continue;
    for (const quarter of [1, 2, 3])
      ticks.push({ x: xOf(scale, firstOf(year, quarter * 3)), label: `Q${quarter + 1}`, isYear: false });
  }
  return ticks;
}

/** A stretch of pixels. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

export interface BarShape {
  /** What is known; null for what stands in its phase only. */
  readonly known: Stretch | null;
  /** What is not: an end without a date, or all of it. */
  readonly open: Stretch | null;
}

const OVER: ReadonlySet<string> = new Set(["completed", "stopped", "repealed"]);

const between = (one: number, other: number): Stretch => ({
  x: Math.min(one, other),
  width: Math.max(3, Math.abs(other - one)),
});

/**
 * Where a bar lies; null for one without a place, or that would have to be drawn backwards. One without an end runs
 * on, known until today, unless it is over.
 */
export function barShape(bar: Bar, scale: TimeScale, today: number): BarShape | null {
  const { from, to, basis, fault, status } = bar;
  if (basis === null || fault !== null) return null;
  const x = (day: number) => xOf(scale, day);
  if (from !== null && to !== null) {
    const whole = between(x(from), x(to + DAY));
    return basis === "own" ? { known: whole, open: null } : { known: null, open: whole };
  }
  if (from !== null) {
    const isOver = OVER.has(status ?? "");
    const known = between(x(from), Math.max(x(from) + 3, isOver ? 0 : x(Math.min(today, scale.to))));
    const end = known.x + known.width;
    const open = isOver ? Math.min(scale.width, end + OPEN_WIDTH) : scale.width;
    return { known, open: open - end >= 1 ? between(end, open) : null };
  }
  if (to === null) return null;
  const end = x(to + DAY);
  return { known: between(end - 3, end), open: between(Math.max(0, end - OPEN_WIDTH), end - 3) };
}
