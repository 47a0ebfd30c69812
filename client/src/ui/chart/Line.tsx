import { curveLinear, curveStepAfter, line } from "d3-shape";
import styles from "./Chart.module.css";
import { type ChartPoint, FINE, usePlacing } from "./chartContext.ts";
import type { LineLook, Tone } from "./tones.ts";

interface LineProps {
  readonly points: readonly ChartPoint[];
  readonly look?: LineLook;
  readonly tone?: Tone;
  /** Thin lines stand behind, such as a path behind what was measured. */
  readonly isThin?: boolean;
  /** Keeps each value until the next, as a list of yearly steps does. */
  readonly isStepped?: boolean;
}

/** Nothing for fewer than two points. */
export function Line({ points, look = "solid", tone = 0, isThin, isStepped }: LineProps) {
  const { x, y } = usePlacing();
  if (points.length < 2) return null;
  const draw = line<ChartPoint>(
    (point) => x(point.x) * FINE,
    (point) => y(point.y) * FINE,
  )
    .curve(isStepped ? curveStepAfter : curveLinear)
    .digits(1);
  return (
    <svg
      className={styles.stretched}
      viewBox={`0 0 ${FINE} ${FINE}`}
      preserveAspectRatio="none"
      width="100%"
      height="100%"
      aria-hidden="true"
    >
      <path
        className={styles.line}
        d={draw(points) ?? ""}
        data-look={look}
        data-tone={tone}
        data-thin={isThin || undefined}
      />
    </svg>
  );
}
