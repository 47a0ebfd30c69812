/** A question answered from a list: typing narrows it, arrows and Enter choose, and so does a finger. */
import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Outline.module.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Where it stands, in small. */
  readonly detail?: string;
  readonly glyph?: ReactNode;
}

/** More than this is narrowed by typing. */
const SHOWN = 60;

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
  /** Escape. */
  readonly onClose: () => void;
}

export function ChoiceList({ label, choices, onChoose, onClose }: ChoiceListProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  // The field can name its list for a screen reader only once the list is on the page.
  const [, setIsListed] = useState(false);
  const combobox = useCombobox({ opened: true, onOpenedChange: (opened) => !opened && onClose() });
  const wanted = query.trim().toLocaleLowerCase();
  const found = choices.filter((choice) => choice.label.toLocaleLowerCase().includes(wanted));
  const field = useRef<HTMLInputElement>(null);
  // A dialog focuses only the first of its questions by itself.
  useEffect(() => {
    field.current?.focus();
    setIsListed(true);
  }, []);
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first stands ready to be chosen whenever the list changes
  useEffect(() => {
    selectFirstOption();
  }, [wanted, choices]);
  return (
    <Combobox store={combobox} onOptionSubmit={onChoose}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          ref={field}
          data-autofocus
          label={label}
          value={query}
          placeholder={t("outline.narrow")}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={styles.choices} aria-label={label}>
        {found.slice(0, SHOWN).map(({ value, label: text, detail, glyph }) => (
          <Combobox.Option key={value} value={value}>
            <span className={styles.choice}>
              {glyph}
              <span className={styles.choiceText}>{text}</span>
              {detail && <span className={styles.choiceDetail}>{detail}</span>}
            </span>
          </Combobox.Option>
        ))}
        {found.length === 0 && <Combobox.Empty>{t("outline.noneFound")}</Combobox.Empty>}
      </Combobox.Options>
      {found.length > SHOWN && (
        <p className={styles.choiceMore}>{t("outline.moreChoices", { count: found.length - SHOWN })}</p>
      )}
    </Combobox>
  );
}
