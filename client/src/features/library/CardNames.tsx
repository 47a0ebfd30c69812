import type { CardId } from "@trellis/shared/schema/ids";
import { CardButton } from "../../workspace/CardButton.tsx";
import styles from "./Library.module.css";

/** Cards one after another, each to be opened. */
export function CardNames({ cards }: { readonly cards: readonly CardId[] }) {
  return (
    <span className={styles.names}>
      {cards.map((card) => (
        <CardButton key={card} card={card} />
      ))}
    </span>
  );
}
