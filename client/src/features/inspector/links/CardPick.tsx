/** Picks a card by typing its title, or makes a new one of an allowed type with the typed title right here. */
import { type ComboboxItem, type ComboboxParsedItem, type OptionsFilter, Select } from "@mantine/core";
import type { CardType } from "@trellis/shared/schema/enums";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../../document/useMap.ts";
import styles from "../Inspector.module.css";

interface CardPickProps {
  readonly label: string;
  readonly types: readonly CardType[];
  readonly without: ReadonlySet<CardId>;
  readonly onPick: (id: CardId) => void;
  readonly onCreate: (type: CardType, title: string) => void;
  readonly onCancel: () => void;
}

const SHOWN = 60;
/** More kinds than this to choose from are no help. */
const MAKES = 4;
const NEW = "new ";

export function CardPick({ label, types, without, onPick, onCreate, onCancel }: CardPickProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const cards = useMap(
    (snapshot) =>
      [...snapshot.cards.values()].filter((card) => types.includes(card.type) && !without.has(card.id)),
    sameList,
  );
  const title = search.trim();
  const data = useMemo(() => {
    const typeWord = (type: CardType) =>
      types.length > 1 ? ` · ${t(`cardType.${type}`).toLocaleLowerCase()}` : "";
    return [
      ...cards.map((card) => ({
        value: card.id as string,
        label: (card.title || t("inspector.untitled")) + typeWord(card.type),
      })),
      ...(title === "" || title.length > TITLE_TEXT ? [] : types.slice(0, MAKES)).map((type) => ({
        value: NEW + type,
        label: t("inspector.createCard", { type: t(`cardType.${type}`).toLocaleLowerCase(), title }),
      })),
    ];
  }, [cards, types, title, t]);
  return (
    <Select
      aria-label={label}
      placeholder={t("inspector.searchOrCreate")}
      size="xs"
      autoFocus
      searchable
      defaultDropdownOpened
      selectFirstOptionOnChange
      data-card-pick
      limit={SHOWN + MAKES}
      filter={matching}
      nothingFoundMessage={t("inspector.nothingFound")}
      comboboxProps={{ shadow: "md" }}
      classNames={{ input: styles.pick ?? "" }}
      searchValue={search}
      onSearchChange={setSearch}
      value={null}
      data={data}
      onBlur={() => {
        if (title === "") onCancel();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
      onChange={(value) => {
        if (value === null) return;
        if (value.startsWith(NEW)) onCreate(value.slice(NEW.length) as CardType, title);
        else onPick(value as CardId);
      }}
    />
  );
}

const isItem = (option: ComboboxParsedItem): option is ComboboxItem => "value" in option;

/** Cards whose title holds every word typed, then the ways to make one. */
const matching: OptionsFilter = ({ options, search }) => {
  const words = search.trim().toLowerCase().split(/\s+/);
  const items = options.filter(isItem);
  const found = items.filter(
    ({ value, label }) => !value.startsWith(NEW) && words.every((word) => label.toLowerCase().includes(word)),
  );
  return [...found.slice(0, SHOWN), ...items.filter(({ value }) => value.startsWith(NEW))];
};
