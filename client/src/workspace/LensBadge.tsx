import styles from "./LensBadge.module.css";
import type { LensSign } from "./lensMarks.ts";

/** The sign of a value of a lens on its colour. Its words stand beside it or in the name of what wears it. */
export const LensBadge = ({ mark }: { readonly mark: LensSign }) => (
  <span className={styles.badge} style={{ backgroundColor: mark.colour }} aria-hidden="true">
    {mark.sign}
  </span>
);
