/** A table with its caption, which scrolls by itself where it is wider than the page, by keyboard as well. */
import type { ReactNode } from "react";
import styles from "./View.module.css";

export function WideTable({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={caption}>
      <table className={styles.plain}>
        <caption className={styles.caption}>
          <span className={styles.captionText}>{caption}</span>
        </caption>
        {children}
      </table>
    </section>
  );
}
