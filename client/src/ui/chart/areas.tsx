/**
 * Filled parts of a chart: areas between two lines, bars cut into parts, spans of time. Each of six tones has a
 * hatching of its own, so that parts are told apart in grey, in print and in forced colours.
 */
import { area, curveLinear, curveStepAfter } from "d3-shape";
import { type ReactNode, useId } from "react";
import styles from "./Chart.module.css";
import { percent, usePlacing } from "./chartContext.ts";
import type { Tone } from "./marks.tsx";

export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

interface HatchedProps {
  readonly tone: Tone;
  /** True for what is hoped for and not there yet: the hatching stands on bare paper. */
  readonly isOpen?: boolean;
  readonly children: (fill: string) => ReactNode;
}

/** Lines, dots and grids: one per tone, the first plain. */
const HATCHES: Readonly<Record<Tone, string>> = {
  0: "",
  1: "",
  2: "M-2 2L2-2M0 8L8 0M6 10L10 6",
  3: "M2 2h.01M6 6h.01",
  4: "M0 4H8",
  5: "M-2 6L2 10M0 0L8 8M6-2L10 2",
  6: "M4 0V8",
};

/** Gives its children a fill to use. */
export function Hatched({ tone, isOpen, children }: HatchedProps) {
  const id = useId();
  return (
    <>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className={styles.fill} width="8" height="8" data-tone={tone} data-open={isOpen || undefined} />
        <path
          className={styles.hatch}
          d={HATCHES[tone] || (isOpen ? HATCHES[2] : "")}
          data-tone={tone}
          data-open={isOpen || undefined}
          data-dots={tone === 3 || undefined}
        />
      </pattern>
      {children(`url(#${id})`)}
    </>
  );
}

interface BandProps {
  readonly points: readonly BandPoint[];
  readonly tone?: Tone;
  readonly isOpen?: boolean;
  readonly isStepped?: boolean;
  readonly title?: string;
}

/** The area between two lines; stack several for parts of a whole (`stacked`). */
export function Band({ points, tone = 1, isOpen = false, isStepped, title }: BandProps) {
  const { x, y } = usePlacing();
  const id = useId();
  if (points.length < 2) return null;
  const shape = area<BandPoint>()
    .x((point) => x(point.x))
    .y0((point) => y(point.low))
    .y1((point) => y(point.high))
    .curve(isStepped ? curveStepAfter : curveLinear)
    .digits(5);
  // The hatching lies on the whole plot, undistorted, and is cut out along the area.
  return (
    <g>
      <clipPath id={id} clipPathUnits="objectBoundingBox">
        <path d={shape(points) ?? ""} />
      </clipPath>
      <Hatched tone={tone} isOpen={isOpen}>
        {(fill) => (
          <rect width="100%" height="100%" fill={fill} clipPath={`url(#${id})`}>
            {title && <title>{title}</title>}
          </rect>
        )}
      </Hatched>
    </g>
  );
}

interface SpanProps {
  readonly from: number;
  readonly to: number;
  /** Shares of the height of the plot, from the top. */
  readonly top?: number;
  readonly bottom?: number;
  readonly tone?: Tone;
  readonly isOpen?: boolean;
  readonly title?: string;
}

/** A stretch of the lower axis: a season, a project, a bar. */
export function Span({ from, to, top = 0, bottom = 1, tone = 1, isOpen = false, title }: SpanProps) {
  const { x } = usePlacing();
  const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
  return (
    <Hatched tone={tone} isOpen={isOpen}>
      {(fill) => (
        <rect
          className={styles.part}
          x={percent(left)}
          width={percent(right - left)}
          y={percent(top)}
          height={percent(bottom - top)}
          fill={fill}
          data-tone={tone}
        >
          {title && <title>{title}</title>}
        </rect>
      )}
    </Hatched>
  );
}

/** Lies each series on the one before it. A value that is not known (`null`) adds nothing to the height. */
export function stacked(
  xs: readonly number[],
  series: readonly (readonly (number | null)[])[],
): readonly (readonly BandPoint[])[] {
  const reached = xs.map(() => 0);
  return series.map((values) =>
    xs.map((x, index) => {
      const low = reached[index] ?? 0;
      const high = low + (values[index] ?? 0);
      reached[index] = high;
      return { x, low, high };
    }),
  );
}
