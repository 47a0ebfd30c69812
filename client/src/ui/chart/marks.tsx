/** What stands in a Chart: lines told apart by their dashes, marks told apart by their shapes; colour comes second. */
import { curveLinear, curveStepAfter, line } from "d3-shape";
import styles from "./Chart.module.css";
import { type ChartPoint, percent, usePlacing } from "./chartContext.ts";

/** Solid for what is measured, dashed for what is meant, dotted for what is guessed. */
export type LineLook = "solid" | "dashed" | "dotted";
export type MarkShape = "dot" | "ring" | "diamond" | "square" | "cross";
/** 0 is ink, 1 to 6 the colours of the chart. 4 and 6 are pale: for fills, not for lines and marks. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The plot in its own units; strokes keep their width however it is stretched. */
const FINE = 1000;

interface LineProps {
  readonly points: readonly ChartPoint[];
  readonly look?: LineLook;
  readonly tone?: Tone;
  /** Thin lines stand behind, such as a path behind what was measured. */
  readonly isThin?: boolean;
  /** Keeps each value until the next, as a list of yearly steps does. */
  readonly isStepped?: boolean;
}

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

const SHAPES: Readonly<Record<MarkShape, string>> = {
  dot: "M0-3.5A3.5 3.5 0 1 1 0 3.5A3.5 3.5 0 1 1 0-3.5Z",
  ring: "M0-4A4 4 0 1 1 0 4A4 4 0 1 1 0-4Z",
  diamond: "M0-6L5 0L0 6L-5 0Z",
  square: "M-4-4H4V4H-4Z",
  cross: "M-4-4L4 4M4-4L-4 4",
};
const HOLLOW: ReadonlySet<MarkShape> = new Set(["ring", "square", "cross"]);

interface MarksProps {
  /** `title` is shown where the mouse rests; the same stands in the table. */
  readonly points: readonly (ChartPoint & { readonly key?: string; readonly title?: string })[];
  readonly shape?: MarkShape;
  readonly tone?: Tone;
  /** The one that is being looked at. */
  readonly chosen?: string | null;
}

export function Marks({ points, shape = "dot", tone = 0, chosen = null }: MarksProps) {
  const { x, y } = usePlacing();
  return (
    <g>
      {points.map((point, index) => (
        <svg
          key={point.key ?? `${index}:${point.x}`}
          className={styles.loose}
          x={percent(x(point.x))}
          y={percent(y(point.y))}
          aria-hidden="true"
        >
          {chosen !== null && chosen === point.key && <circle className={styles.halo} r="9" />}
          <path
            className={styles.mark}
            d={SHAPES[shape]}
            data-tone={tone}
            data-hollow={HOLLOW.has(shape) || undefined}
          >
            {point.title && <title>{point.title}</title>}
          </path>
        </svg>
      ))}
    </g>
  );
}

interface RuleProps {
  /** On the value axis: a level line. On the other: an upright one, such as today. */
  readonly x?: number;
  readonly y?: number;
  readonly label?: string;
  readonly look?: LineLook;
  readonly tone?: Tone;
}

/** A straight line through the whole plot, with its name. */
export function Rule({ x: atX, y: atY, label, look = "dotted", tone = 0 }: RuleProps) {
  const place = usePlacing();
  const across = atX === undefined ? null : place.x(atX);
  const down = atY === undefined ? null : place.y(atY);
  const isUpright = across !== null;
  return (
    <g>
      <line
        className={styles.line}
        x1={isUpright ? percent(across) : "0"}
        x2={isUpright ? percent(across) : "100%"}
        y1={isUpright ? "0" : percent(down ?? 0)}
        y2={isUpright ? "100%" : percent(down ?? 0)}
        data-look={look}
        data-tone={tone}
        data-thin
      />
      {label && (
        <text
          className={styles.label}
          x={isUpright ? percent(across) : "100%"}
          y={isUpright ? "0" : percent(down ?? 0)}
          dx={isUpright && across > 0.6 ? -4 : isUpright ? 4 : 0}
          dy={isUpright ? 10 : -4}
          textAnchor={!isUpright || across > 0.6 ? "end" : "start"}
        >
          {label}
        </text>
      )}
    </g>
  );
}
