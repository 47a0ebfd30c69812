import { type ReactNode, useId } from "react";
import styles from "./View.module.css";

interface TileProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One thing to read, under its name. */
export function Tile({ title, children }: TileProps) {
  const id = useId();
  return (
    <article className={styles.tile} aria-labelledby={id}>
      <h3 className={styles.tileName} id={id}>
        {title}
      </h3>
      {children}
    </article>
  );
}
