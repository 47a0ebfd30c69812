import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useLiveMap, useMap } from "../document/useMap.ts";
import styles from "../ui/View.module.css";
import { titleOf } from "./lookWords.ts";
import { showCard } from "./showCard.ts";

/** A card by its title; opens it in the panel and brings it into sight on the canvas. */
export function CardButton({ card }: { readonly card: CardId }) {
  const { t } = useTranslation();
  const live = useLiveMap();
  const title = useMap((snapshot) => titleOf(snapshot, card, t));
  const show = () => {
    const found = live.getSnapshot().cards.get(card);
    if (found) showCard(found);
  };
  return (
    <button type="button" className={styles.card} dir="auto" data-card={card} onClick={show}>
      {title}
    </button>
  );
}
