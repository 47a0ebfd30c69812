import styles from "./Chart.module.css";
import { percent, usePlacing } from "./chartContext.ts";
import type { LineLook, Tone } from "./tones.ts";

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
