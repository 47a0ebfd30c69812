/**
 * Fills of parts of a chart. Each of six tones has a hatching of its own, so that parts are told apart in grey, in print
 * and in forced colours.
 */
import { type ReactNode, useId } from "react";
import styles from "./Chart.module.css";
import type { Tone } from "./tones.ts";

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
