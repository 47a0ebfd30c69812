/** The two axes of the chart in which a mark stands. Up is more: the value axis is turned here, once. */
import { createContext, use } from "react";
import type { Axis } from "./scales.ts";

interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

export const ChartAxes = createContext<Axes | null>(null);

/** A point in the units of the axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** One point of an area between two lines. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

interface Placing {
  /** Share from the left. */
  readonly x: (value: number) => number;
  /** Share from the top. */
  readonly y: (value: number) => number;
}

export function usePlacing(): Placing {
  const axes = use(ChartAxes);
  if (!axes) throw new Error("A mark stands in a Chart.");
  return { x: axes.x.at, y: (value) => 1 - axes.y.at(value) };
}

/** The side of a plot in units of its own, where it is stretched; strokes keep their width however far that is. */
export const FINE = 1000;

/** A share as SVG and CSS take it. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
