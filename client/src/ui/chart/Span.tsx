import styles from "./Chart.module.css";
import { percent, usePlacing } from "./chartContext.ts";
import { Hatched } from "./Hatched.tsx";
import type { Tone } from "./tones.ts";

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
