/**
 * A small list beside what it is about: found by typing, gone through with arrows, taken with Enter or a click. Escape
 * and a click elsewhere leave everything as it was.
 */
import { Combobox, Popover, TextInput, useCombobox } from "@mantine/core";
import { type ReactNode, useEffect, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { anchored } from "./anchored.ts";
import styles from "./Chooser.module.css";
import { earlyWords } from "./earlyWords.ts";
import type { Point } from "./geometry.ts";
import { matching } from "./matching.ts";

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line of words. */
  readonly hint?: string;
  readonly glyph?: ReactNode;
  /** Shown, with the reason in the hint, but cannot be taken. */
  readonly disabled?: boolean;
}

interface ChooserProps {
  readonly title: string;
  readonly at: Point;
  readonly choices: readonly Choice[];
  /** Offers to make what was typed when nothing of that name is there. */
  readonly make?: { readonly label: (typed: string) => string; readonly run: (typed: string) => void };
  readonly onPick: (id: string) => void;
  /** The choice that Enter would take. */
  readonly onActive?: (id: string | null) => void;
  readonly onClose: () => void;
}

/** More than this nobody reads; typing narrows it. */
const MOST = 60;
const MAKE = "\u0000make";

export function Chooser({ title, at, choices, make, onPick, onActive, onClose }: ChooserProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const listId = useId();
  const combobox = useCombobox({ opened: true });
  // The field can name its list for a screen reader only once the list is on the page.
  const [, setIsListed] = useState(false);
  const found = useMemo(
    () => matching(choices, typed, ({ label, hint }) => `${label} ${hint ?? ""}`).slice(0, MOST),
    [choices, typed],
  );
  const name = typed.trim();
  const mayMake =
    make !== undefined &&
    name !== "" &&
    !choices.some(({ label }) => label.toLocaleLowerCase() === name.toLocaleLowerCase());

  const takeFirst = () => {
    const free = found.find(({ disabled }) => !disabled);
    if (free) onPick(free.id);
    else if (found.length === 0 && mayMake) make.run(name);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins at the top whenever the list is another
  useEffect(() => {
    combobox.resetSelectedOption();
    // The list is on the page one frame later when it has only just opened.
    const frame = requestAnimationFrame(() => {
      setIsListed(true);
      const id = combobox.selectFirstOption();
      onActive?.(id === null ? null : (found[0]?.id ?? null));
    });
    return () => cancelAnimationFrame(frame);
  }, [found.length, typed, mayMake]);

  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      onDismiss={onClose}
      position="bottom-start"
      width={320}
      trapFocus
      // The anchor is a place, not a button: the list says itself what it is.
      withRoles={false}
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <span className={styles.anchor} style={anchored(at)} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={title} className={styles.box} data-chooser>
        <Combobox
          store={combobox}
          withinPortal={false}
          onOptionSubmit={(id) => (id === MAKE ? make?.run(name) : onPick(id))}
        >
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              size="sm"
              label={title}
              placeholder={t("ask.type")}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              data-autofocus
              onFocus={() => setTyped((words) => words + earlyWords.take())}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Tab") event.preventDefault();
                if (event.key === "Escape") {
                  event.stopPropagation();
                  onClose();
                }
                // Enter typed in one go with the words comes before the list has marked its first choice.
                if (
                  event.key === "Enter" &&
                  !event.nativeEvent.isComposing &&
                  combobox.getSelectedOptionIndex() < 0
                ) {
                  event.preventDefault();
                  takeFirst();
                }
                if (event.key === "ArrowDown" || event.key === "ArrowUp")
                  // The list moves its mark with this same key, after this handler.
                  requestAnimationFrame(() =>
                    onActive?.(found[combobox.getSelectedOptionIndex()]?.id ?? null),
                  );
              }}
            />
          </Combobox.EventsTarget>
          <Combobox.Options id={listId} className={styles.list} aria-label={title}>
            {found.map(({ id, label, hint, glyph, disabled }) => (
              <Combobox.Option key={id} value={id} disabled={disabled ?? false} className={styles.choice}>
                {glyph && <span className={styles.glyph}>{glyph}</span>}
                <span className={styles.words}>
                  <span className={styles.label} dir="auto">
                    {label}
                  </span>
                  {hint && (
                    <span className={styles.hint} dir="auto">
                      {hint}
                    </span>
                  )}
                </span>
              </Combobox.Option>
            ))}
            {mayMake && (
              <Combobox.Option value={MAKE} className={styles.choice}>
                <span className={styles.label} dir="auto">
                  {make.label(name)}
                </span>
              </Combobox.Option>
            )}
            {found.length === 0 && !mayMake && <Combobox.Empty>{t("ask.nothingFound")}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox>
      </Popover.Dropdown>
    </Popover>
  );
}
