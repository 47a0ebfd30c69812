/**
 * The frame of a chart. It fits any width by itself: places are shares of the plot and text keeps its size, so nothing
 * is measured, nothing is drawn twice and a printed page is as good as a screen. `title` is what a screen reader says
 * in place of the picture; the figures themselves belong in a table beside it (ChartFigure).
 */
import { type CSSProperties, type ReactNode, useMemo } from "react";
import styles from "./Chart.module.css";
import { ChartAxes, FINE, percent } from "./chartContext.ts";
import type { Axis } from "./scales.ts";

interface ChartProps {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Of the plot alone, in CSS pixels. */
  readonly height: number;
  /** What numbers at the side mean, above them. */
  readonly unit?: string;
  /** Room for the numbers at the side, in rem. */
  readonly side?: number;
  /** Draws the lines of the value axis; off where bars say their own numbers. */
  readonly withValues?: boolean;
  readonly children: ReactNode;
}

export function Chart({ title, x, y, height, unit, side = 2.5, withValues = true, children }: ChartProps) {
  const axes = useMemo(() => ({ x, y }), [x, y]);
  const room = { "--side": `${withValues ? side : 0.25}rem` } as CSSProperties;
  return (
    <ChartAxes value={axes}>
      <div className={styles.frame} style={room} data-unit={unit ? true : undefined}>
        {unit && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
        <svg className={styles.plot} role="img" aria-label={title} width="100%" height={height}>
          {withValues && <ValueLines axis={y} />}
          <AcrossTicks axis={x} />
          {children}
        </svg>
      </div>
    </ChartAxes>
  );
}

/** All lines of the grid are one path: forty charts on a page are a few hundred elements less. */
function ValueLines({ axis }: { readonly axis: Axis }) {
  const grid = axis.ticks.map(({ at }) => `M0 ${((1 - at) * FINE).toFixed(1)}H${FINE}`).join("");
  return (
    <>
      <svg
        viewBox={`0 0 ${FINE} ${FINE}`}
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        aria-hidden="true"
      >
        <path className={styles.grid} d={grid} />
      </svg>
      {axis.ticks.map(({ at, label }) => (
        <text key={at} className={styles.tick} y={percent(1 - at)} dx="-6" dy="0.32em" textAnchor="end">
          {label}
        </text>
      ))}
    </>
  );
}

/** Words at the very ends stay within the frame. */
const anchorAt = (share: number): "start" | "middle" | "end" =>
  share < 0.04 ? "start" : share > 0.96 ? "end" : "middle";

function AcrossTicks({ axis }: { readonly axis: Axis }) {
  return (
    <>
      <line className={styles.base} x2="100%" y1="100%" y2="100%" />
      {axis.ticks.map(({ at, label }) => (
        <text key={at} className={styles.tick} x={percent(at)} y="100%" dy="16" textAnchor={anchorAt(at)}>
          {label}
        </text>
      ))}
    </>
  );
}
