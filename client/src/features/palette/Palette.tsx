/** Every command, person and card by a few words: a combobox over a bounded list, wherever one is on the map. */
import { Modal } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { Keys } from "../../ui/Keys.tsx";
import { usePhone } from "../../ui/usePhone.ts";
import { useCommandParts } from "../../workspace/commands.ts";
import { showCard } from "../../workspace/showCard.ts";
import { cardChoices } from "./cardChoices.ts";
import styles from "./Palette.module.css";
import { type Choice, commandChoices, foundIn } from "./paletteChoices.ts";
import { prepare } from "./search.ts";

const LIST = "palette-list";
const optionId = (index: number) => `palette-option-${index}`;

interface PaletteProps {
  readonly onClose: () => void;
  /** Called before a choice is carried out, with its command's id when it is one. */
  readonly onRun: (commandId: string | null) => void;
}

export function Palette({ onClose, onRun }: PaletteProps) {
  const { t } = useTranslation();
  const map = useLiveMap();
  const parts = useCommandParts();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  // The map as it was when the palette opened: what is looked for should not move under one's fingers.
  const [cards] = useState(() => prepare(cardChoices(map.getSnapshot(), t)));
  const commands = useMemo(() => prepare(commandChoices(parts, t)), [parts, t]);
  const { groups, choices, count } = useMemo(
    () => foundIn({ commands, cards }, query, t),
    [commands, cards, query, t],
  );
  const at = Math.min(active, choices.length - 1);
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is brought into sight
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [at, choices]);

  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    onRun(choice.kind === "command" ? choice.command.id : null);
    if (choice.kind === "command") choice.command.run?.();
    else showCard(choice.card);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(choices.length - 1, at + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(choices[at]);
    }
  };
  return (
    <Modal.Root opened onClose={onClose} size={620} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.title")} className={styles.palette}>
        <Modal.Body p={0}>
          <label className={styles.field}>
            <IconSearch size={18} stroke={1.8} aria-hidden="true" />
            <input
              className={styles.input}
              role="combobox"
              aria-label={t("palette.ask")}
              aria-expanded={choices.length > 0}
              aria-controls={LIST}
              aria-autocomplete="list"
              aria-activedescendant={choices[at] ? optionId(at) : undefined}
              placeholder={t("palette.ask")}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={query}
              onChange={(event) => {
                setQuery(event.currentTarget.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
              data-autofocus
            />
          </label>
          <div ref={list} id={LIST} role="listbox" aria-label={t("palette.found")} className={styles.list}>
            {groups.map(({ label, from, choices: inGroup }) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
              <div key={label} role="group" aria-label={label} className={styles.group}>
                <div className={styles.groupLabel} aria-hidden="true">
                  {label}
                </div>
                {inGroup.map((choice, index) => (
                  <Option
                    key={choice.key}
                    choice={choice}
                    index={from + index}
                    isActive={from + index === at}
                    onChoose={choose}
                    onPoint={setActive}
                  />
                ))}
              </div>
            ))}
          </div>
          <p className={styles.count} role="status">
            {count === 0
              ? t("palette.none", { query })
              : count > choices.length
                ? t("palette.more", { shown: choices.length, count })
                : t("palette.count", { count })}
          </p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

interface OptionProps {
  readonly choice: Choice;
  readonly index: number;
  readonly isActive: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onPoint: (index: number) => void;
}

function Option({ choice, index, isActive, onChoose, onPoint }: OptionProps) {
  const isPhone = usePhone();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys; options are pointed at by aria-activedescendant
    // biome-ignore lint/a11y/useFocusableInteractive: as above, the focus stays in the field
    <div
      id={optionId(index)}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onPointerMove={() => onPoint(index)}
      onClick={() => onChoose(choice)}
    >
      <span className={styles.name}>{choice.name}</span>
      {choice.kind === "card" && <span className={styles.place}>{choice.place}</span>}
      {choice.kind === "command" && choice.command.keys && !isPhone && <Keys keys={choice.command.keys} />}
    </div>
  );
}
