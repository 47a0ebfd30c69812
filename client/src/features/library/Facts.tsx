/** Names and what stands under them, in two columns; on a phone one above the other. */
import type { ReactNode } from "react";
import styles from "./Library.module.css";

export interface FactRow {
  readonly name: string;
  readonly value: ReactNode;
}

export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className={styles.facts}>{children}</dl>
);

export const Fact = ({ name, value }: FactRow) => (
  <div>
    <dt>{name}</dt>
    <dd dir="auto">{value}</dd>
  </div>
);
