import { Select } from "@mantine/core";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../../document/useMap.ts";
import styles from "../Inspector.module.css";

interface CardControlProps {
  readonly id: string;
  readonly value: string | null;
  readonly types: readonly CardType[];
  /** Cards that may not be chosen. */
  readonly without?: ReadonlySet<CardId>;
  readonly write: (value: CardId | null) => void;
  readonly placeholder?: string;
  readonly label?: string;
  readonly autoFocus?: boolean;
  /** Left without a choice. */
  readonly onCancel?: () => void;
}

const SHOWN = 60;

/** One card of the map, found by typing. */
export function CardControl(props: CardControlProps) {
  const { id, value, types, without, write, placeholder, label, autoFocus = false, onCancel } = props;
  const { t } = useTranslation();
  const cards = useMap(
    (snapshot) =>
      [...snapshot.cards.values()].filter((card) => types.includes(card.type) && !without?.has(card.id)),
    sameList,
  );
  const choices = cards.map((card) => ({
    value: card.id as string,
    label: card.title || t("inspector.untitled"),
  }));
  const givenUp = useRef(false);
  /** What was typed and means one card alone is that card: on the way on, nobody has to choose it first. */
  const takeOnly = (typed: string) => {
    const wanted = typed.trim().toLowerCase();
    if (wanted === "" || givenUp.current) return;
    const [only, second] = choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
    if (only && !second && only.value !== value) write(only.value as CardId);
  };
  const isKnown = value === null || choices.some((choice) => choice.value === value);
  const data = [...choices, ...(isKnown ? [] : [{ value, label: t("inspector.goneCard") }])];
  return (
    <Select
      id={id}
      variant="unstyled"
      size="xs"
      searchable
      selectFirstOptionOnChange
      autoFocus={autoFocus}
      defaultDropdownOpened={autoFocus}
      limit={SHOWN}
      {...(label ? { "aria-label": label } : {})}
      placeholder={placeholder ?? t("words.notKnown")}
      nothingFoundMessage={t("inspector.nothingFound")}
      classNames={{ input: `${styles.quiet} ${styles.picker}` }}
      comboboxProps={{ shadow: "md" }}
      value={value}
      data={data}
      allowDeselect={false}
      clearable
      clearSectionMode="clear"
      clearButtonProps={{ "aria-label": t("inspector.clear"), "aria-hidden": false, tabIndex: 0 }}
      onChange={(next) => write(next as CardId | null)}
      onKeyDown={(event) => {
        givenUp.current = event.key === "Escape";
      }}
      onBlur={(event) => {
        takeOnly(event.currentTarget.value);
        // On its way to the button that clears, the focus stays within the control.
        if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onCancel?.();
      }}
    />
  );
}
