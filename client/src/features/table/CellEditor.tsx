/**
 * A cell being written. Enter and Tab keep it and go on, Escape leaves what was there; going elsewhere keeps it. What
 * does not fit becomes a marked cell. Another's change of the same cell is shown below and does not touch what is typed.
 */
import { Popover } from "@mantine/core";
import { sameJson } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useLiveMap, useMap } from "../../document/useMap.ts";
import { useSetPresence } from "../../presence/PresenceProvider.tsx";
import type { Way } from "../../ui/gridMoves.ts";
import { today } from "../../workspace/today.ts";
import { columnName, typedText, valueIn } from "./cellText.ts";
import { isNaming, type WritableColumn } from "./columns.ts";
import { joinedOf } from "./joined.ts";
import { SuggestionList, suggestionId } from "./SuggestionList.tsx";
import { cardsFor, isMeant, type Suggestion, suggestingFor, suggestionsFor } from "./suggestions.ts";
import styles from "./Table.module.css";
import type { Writing } from "./tableStore.ts";
import type { RowContext } from "./useRowContext.ts";

interface CellEditorProps {
  readonly context: RowContext;
  readonly column: WritableColumn;
  readonly writing: Writing;
}

/** From this length on a text has several lines. */
const LONG = 1_000;

export function CellEditor({ context, column, writing }: CellEditorProps) {
  const { words } = context;
  const { t } = words;
  const live = useLiveMap();
  const list = useId();
  const [text, setText] = useState(writing.text ?? "");
  const [isTyped, setTyped] = useState(false);
  const [at, setAt] = useState(-1);
  const suggesting = useMemo(
    () =>
      isNaming(column)
        ? cardsFor(column, words, live.getSnapshot().cards, writing.row)
        : suggestingFor(column.spec, words, () => live.getSnapshot().cards),
    [column, words, live, writing.row],
  );
  const options = useMemo(
    () => (suggesting ? suggestionsFor(suggesting, text, isTyped) : []),
    [suggesting, text, isTyped],
  );
  const { field, leave } = useField(context, writing, text);
  const theirs = useTheirs(context, column, writing);

  const type = (next: string) => {
    setText(next);
    setTyped(true);
    setAt(suggesting && isMeant(suggesting, next) ? 0 : -1);
  };
  const take = (option: Suggestion, to: Way | null) => {
    if (suggesting?.isMany && to === null) {
      setText(option.text);
      setAt(-1);
      field.current?.focus();
    } else leave(option.text, to);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = options[at];
    const isDone = keyDone(event, {
      canStep: options.length > 0,
      isLong: isLong(column),
      step: (by) => setAt((now) => Math.max(-1, Math.min(options.length - 1, now + by))),
      keep: (to) =>
        chosen ? take(chosen, suggesting?.isMany && to === "down" ? null : to) : leave(text, to),
      cancel: () => leave(null, null),
    });
    if (isDone) event.preventDefault();
    // The grid's keys are not meant, nor the page's.
    if (event.key !== "F6") event.stopPropagation();
  };
  const shared = {
    ref: field as React.Ref<never>,
    className: styles.field,
    "aria-label": columnName(t, column),
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onKeyDown,
    onBlur: () => document.hasFocus() && leave(text, null, false),
    dir: "auto",
  } as const;
  return (
    <Popover
      opened={theirs !== null || options.length > 0}
      position="bottom-start"
      offset={2}
      withRoles={false}
      returnFocus={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      shadow="md"
    >
      <Popover.Target>
        {isLong(column) ? (
          <textarea {...shared} rows={4} data-long />
        ) : suggesting ? (
          <input
            {...shared}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls={list}
            aria-activedescendant={options[at] ? suggestionId(list, at) : undefined}
          />
        ) : (
          <input {...shared} type="text" autoComplete="off" />
        )}
      </Popover.Target>
      <Popover.Dropdown className={styles.list ?? ""}>
        {theirs !== null && (
          <p className={styles.theirs} role="status">
            {theirs === "" ? t("inspector.emptied") : t("inspector.changedTo", { value: theirs })}{" "}
            {t("table.keepOrLeave")}
          </p>
        )}
        <SuggestionList
          id={list}
          label={columnName(t, column)}
          options={options}
          at={at}
          onTake={(option) => take(option, null)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

const isLong = ({ spec }: WritableColumn): boolean => spec.kind === "text" && spec.max >= LONG;

/** The element, which has the focus from the start, and one way out of it. */
function useField({ changes }: RowContext, writing: Writing, text: string) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const latest = useRef(text);
  const setPresence = useSetPresence();
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    setPresence({ editing: changes.card(writing.row) ? writing.row : null });
    return () => setPresence({ editing: null });
  }, [changes, writing.row, setPresence]);
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
    let isHere = true;
    return () => {
      isHere = false;
      // Taken off the page by something else: another view, or a card that somebody removed.
      queueMicrotask(() => {
        if (!isHere && !isDone.current && field.current === null) changes.finish(latest.current, null, false);
      });
    };
  }, [changes]);
  /** Null leaves what was there. */
  const leave = (kept: string | null, to: Way | null, back = true) => {
    if (isDone.current) return;
    isDone.current = true;
    if (kept === null) changes.cancel();
    else changes.finish(kept, to, back);
  };
  return { field, leave };
}

/** What another wrote in this cell since the writing began; null when nobody did. */
function useTheirs({ words }: RowContext, column: WritableColumn, writing: Writing): string | null {
  const value = useMap((snapshot) => {
    const card: Card | undefined = snapshot.cards.get(writing.row);
    return card ? valueIn(joinedOf(snapshot, today(), ""), card, column) : writing.base;
  }, sameJson);
  return sameJson(value, writing.base) ? null : typedText(words, column, value);
}

interface KeyMeans {
  readonly canStep: boolean;
  readonly isLong: boolean;
  readonly step: (by: 1 | -1) => void;
  readonly keep: (to: Way | null) => void;
  readonly cancel: () => void;
}

/** True when the key was one of the table's. */
function keyDone(event: KeyboardEvent, means: KeyMeans): boolean {
  const { key, shiftKey } = event;
  const isMod = event.ctrlKey || event.metaKey;
  if (key === "Escape") means.cancel();
  else if (key === "Tab" && !isMod && !event.altKey) means.keep(shiftKey ? "left" : "right");
  else if (key === "Enter" && means.isLong && shiftKey) return false;
  else if (key === "Enter") means.keep(shiftKey ? "up" : "down");
  else if (isMod || event.altKey || shiftKey || means.isLong) return false;
  else if (key === "ArrowDown") means.canStep ? means.step(1) : means.keep("down");
  else if (key === "ArrowUp") means.canStep ? means.step(-1) : means.keep("up");
  else return false;
  return true;
}
