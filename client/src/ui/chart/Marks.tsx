import styles from "./Chart.module.css";
import { type ChartPoint, percent, usePlacing } from "./chartContext.ts";
import type { MarkShape, Tone } from "./tones.ts";

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
