/** The surface that gestures draw on, above the cards; see gestureMarks.ts. */
import type { Ref } from "react";
import styles from "./Canvas.module.css";

const HIDDEN = { display: "none" };

export function Overlay({ ref }: { readonly ref: Ref<SVGSVGElement> }) {
  return (
    <svg ref={ref} className={styles.overlay} aria-hidden="true">
      <rect className={styles.frame} style={HIDDEN} />
      <path className={styles.rubber} style={HIDDEN} />
    </svg>
  );
}
