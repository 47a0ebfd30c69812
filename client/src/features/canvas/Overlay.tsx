/** The surface that gestures draw on, above the cards; see gestureMarks.ts and focusRing.ts. */
import type { Ref } from "react";
import styles from "./Overlay.module.css";

const HIDDEN = { display: "none" };

export function Overlay({ ref }: { readonly ref: Ref<SVGSVGElement> }) {
  return (
    <svg ref={ref} className={styles.overlay} aria-hidden="true">
      <rect data-mark="lane" className={styles.lane} style={HIDDEN} />
      <text data-mark="laneName" className={styles.laneName} style={HIDDEN} />
      <path data-mark="guides" className={styles.guides} style={HIDDEN} />
      <rect data-mark="frame" className={styles.frame} style={HIDDEN} />
      <path data-mark="rubber" className={styles.rubber} style={HIDDEN} />
      <rect data-mark="ring" className={styles.ring} style={HIDDEN} rx={9} />
    </svg>
  );
}
