// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and names the option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field has the keys
// biome-ignore-all lint/a11y/useSemanticElements: a list beside a field that filters it, as a combobox has it
/** What may be meant in a cell, below its field. */
import { useEffect, useRef } from "react";
import type { Suggestion } from "./suggestions.ts";
import styles from "./Table.module.css";

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Suggestion[];
  /** The option that Enter takes; -1 for none. */
  readonly at: number;
  readonly onTake: (option: Suggestion) => void;
}

export const suggestionId = (list: string, at: number): string => `${list}-${at}`;

export function SuggestionList({ id, label, options, at, onTake }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={styles.options}>
      {options.map((option, index) => (
        <div
          key={option.text}
          id={suggestionId(id, index)}
          role="option"
          aria-selected={index === at}
          className={styles.option}
          // The field keeps the focus: leaving it would end the writing.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          <span dir="auto">{option.label}</span>
          {option.more && <span className={styles.more}>{option.more}</span>}
        </div>
      ))}
    </div>
  );
}
