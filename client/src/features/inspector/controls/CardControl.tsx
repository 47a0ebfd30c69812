import { Select } from "@mantine/core";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
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
  /** May be made "not known". */
  readonly clearable?: boolean;
}

const SHOWN = 60;

/** One card of the map, found by typing. */
export function CardControl(props: CardControlProps) {
  const { id, value, types, without, write, placeholder, label, clearable = true } = props;
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
  const known = value === null || choices.some((choice) => choice.value === value);
  return (
    <Select
      id={id}
      variant="unstyled"
      size="sm"
      searchable
      clearable={clearable}
      limit={SHOWN}
      {...(label ? { "aria-label": label } : {})}
      placeholder={placeholder ?? t("inspector.notKnown")}
      nothingFoundMessage={t("inspector.nothingFound")}
      classNames={{ input: styles.quiet ?? "" }}
      comboboxProps={{ shadow: "md" }}
      clearButtonProps={{ "aria-label": t("inspector.clear") }}
      value={value}
      data={known || value === null ? choices : [...choices, { value, label: t("inspector.goneCard") }]}
      onChange={(next) => write(next as CardId | null)}
    />
  );
}
