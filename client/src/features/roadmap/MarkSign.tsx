/** The shape of a mark: a diamond that is filled once it is decided, a ring for a review, a flag for a milestone. */
import type { Mark } from "@trellis/shared/derive/timeline";
import styles from "./Roadmap.module.css";

const SHAPES: Readonly<Record<Mark["kind"], string>> = {
  decision: "M7 1L13 7L7 13L1 7Z",
  review: "M7 1.5A5.5 5.5 0 1 1 7 12.5A5.5 5.5 0 1 1 7 1.5M7 4V7L9.5 8.5",
  milestone: "M3 13V1.5L11.5 4.75L3 8",
};

export function MarkSign({ kind, state }: Pick<Mark, "kind" | "state">) {
  return (
    <svg
      className={styles.sign}
      data-mark={kind}
      data-state={state ?? undefined}
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path d={SHAPES[kind]} />
    </svg>
  );
}
