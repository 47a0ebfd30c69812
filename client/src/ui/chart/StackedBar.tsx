/** One bar cut into its parts, from nothing to a whole; what is left of the whole stays open. */

import styles from "./Chart.module.css";
import { percent } from "./chartContext.ts";
import { Hatched } from "./Hatched.tsx";
import type { Tone } from "./tones.ts";

export interface BarPart {
  readonly key: string;
  readonly value: number;
  readonly tone: Tone;
  /** Name and figure, shown where the mouse rests. */
  readonly title: string;
  /** True for what is hoped for and not there yet. */
  readonly isOpen?: boolean;
}

interface StackedBarProps {
  /** Said by a screen reader in place of the bar. */
  readonly title: string;
  readonly parts: readonly BarPart[];
  /** What the full width stands for; the sum of the parts where that is more, or where nothing is said. */
  readonly whole?: number | null;
  /** In CSS pixels. */
  readonly height?: number;
}

export function StackedBar({ title, parts, whole = null, height = 16 }: StackedBarProps) {
  const shown = parts.filter(({ value }) => Number.isFinite(value) && value > 0);
  const sum = shown.reduce((total, { value }) => total + value, 0);
  const full = Math.max(sum, whole ?? 0);
  const starts = shown.map((_, index) =>
    shown.slice(0, index).reduce((total, { value }) => total + value, 0),
  );
  return (
    <svg className={styles.bar} role="img" aria-label={title} width="100%" height={height}>
      <rect className={styles.trough} width="100%" height="100%" />
      {full > 0 &&
        shown.map((part, index) => (
          <Hatched key={part.key} tone={part.tone} isOpen={part.isOpen ?? false}>
            {(fill) => (
              <rect
                className={styles.part}
                x={percent((starts[index] ?? 0) / full)}
                width={percent(part.value / full)}
                height="100%"
                fill={fill}
                data-tone={part.tone}
              >
                <title>{part.title}</title>
              </rect>
            )}
          </Hatched>
        ))}
    </svg>
  );
}
