import type { ReactNode } from "react";
import styles from "./Page.module.css";

/** A page of text and forms: centred, with room around it. */
export function Page({
  narrow = false,
  children,
}: {
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  return <main className={narrow ? styles.narrow : styles.page}>{children}</main>;
}
