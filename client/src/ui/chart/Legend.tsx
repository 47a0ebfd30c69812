/** What lines, marks and fills of a chart mean, each beside a piece of it. */

import styles from "./Chart.module.css";
import { ChartAxes } from "./chartContext.ts";
import { Hatched } from "./Hatched.tsx";
import { Line } from "./Line.tsx";
import { Marks } from "./Marks.tsx";
import { valueAxis } from "./scales.ts";
import type { LineLook, MarkShape, Tone } from "./tones.ts";

export interface LegendItem {
  readonly key: string;
  readonly label: string;
  readonly tone?: Tone;
  readonly line?: LineLook;
  readonly isThin?: boolean;
  readonly mark?: MarkShape;
  readonly fill?: "full" | "open";
}

const UNIT = { x: valueAxis([0, 1]), y: valueAxis([0, 1]) };
const LEVEL = [
  { x: 0, y: 0.5 },
  { x: 1, y: 0.5 },
];

export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className={styles.legend}>
      {items.map(({ key, label, tone = 0, line, isThin = false, mark, fill }) => (
        <li key={key} className={styles.legendItem}>
          <svg className={styles.swatch} aria-hidden="true" width={fill ? 14 : 24} height="14">
            <ChartAxes value={UNIT}>
              {fill && (
                <Hatched tone={tone} isOpen={fill === "open"}>
                  {(pattern) => (
                    <rect
                      className={styles.part}
                      width="100%"
                      height="100%"
                      fill={pattern}
                      data-tone={tone}
                    />
                  )}
                </Hatched>
              )}
              {line && <Line points={LEVEL} look={line} tone={tone} isThin={isThin} />}
              {mark && <Marks points={[{ x: 0.5, y: 0.5 }]} shape={mark} tone={tone} />}
            </ChartAxes>
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
