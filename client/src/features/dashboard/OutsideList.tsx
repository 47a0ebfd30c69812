/** Work that no mission's figures count, each a way to it, and why it stands alone where it names a home. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { circleText } from "../../workspace/circleText.ts";
import styles from "./Dashboard.module.css";

export function OutsideList({ cards }: { readonly cards: readonly CardId[] }) {
  const { t } = useTranslation();
  const known = useMap((snapshot) => snapshot.cards);
  return (
    <details className={styles.gaps}>
      <summary>{t("dashboard.outside.cards", { count: cards.length })}</summary>
      <ul className={styles.list}>
        {cards.map((card) => {
          const circle = circleText(known, card, t);
          return (
            <li key={card} className={styles.item} data-outside={card}>
              <CardButton card={card} />
              {circle !== "" && <span className={view.warn}>{circle}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
