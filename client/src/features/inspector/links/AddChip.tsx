/** A small "add" that turns into the search for a card, and back with the focus where it was. */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../../document/useEdit.ts";
import { useMap } from "../../../document/useMap.ts";
import styles from "../Inspector.module.css";
import { CardPick } from "./CardPick.tsx";
import { type JoinInput, joinCards, type OtherCard } from "./linkEdits.ts";

interface AddChipProps extends Omit<JoinInput, "other"> {
  /** What is added to, for those who do not see the row. */
  readonly label: string;
  /** Others stand beside it: a sign is enough. */
  readonly small: boolean;
  readonly types: readonly CardType[];
  readonly without: ReadonlySet<CardId>;
  /** Somebody is led here to add one: the search is open at once. */
  readonly isWished: boolean;
}

export function AddChip({ label, small, types, without, isWished, ...join }: AddChipProps) {
  const { t } = useTranslation();
  const edit = useEdit();
  const level = useMap((snapshot) => {
    const card = snapshot.cards.get(join.card);
    return (card && "level" in card && card.level) || null;
  });
  const [picking, setPicking] = useState(isWished);
  if (isWished && !picking) setPicking(true);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setPicking(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const add = (other: OtherCard) => {
    if (edit(joinCards, { ...join, other })) close();
  };
  if (picking)
    return (
      <div className={styles.picking}>
        <CardPick
          label={t("inspector.addTo", { label })}
          types={types}
          without={without}
          onPick={(id) => add({ id })}
          onCreate={(type, title) => add({ type, title, level })}
          onCancel={close}
        />
      </div>
    );
  return (
    <button
      ref={button}
      type="button"
      className={styles.addChip}
      aria-label={t("inspector.addTo", { label })}
      data-add-chip
      onClick={() => setPicking(true)}
    >
      {small ? "+" : t("inspector.add")}
    </button>
  );
}
