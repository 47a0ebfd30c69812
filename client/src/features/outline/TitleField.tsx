/** A title being written where it stands. Enter or leaving keeps it, Escape leaves the old one; what does not fit stays. */
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { titleMisfit } from "./changes.ts";
import styles from "./Outline.module.css";
import { useOutline, useOutlineStore } from "./outlineStore.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

interface TitleFieldProps {
  readonly model: OutlineModel;
  readonly label: string;
  readonly placeholder?: string;
  /** Keys of its own: true when one was meant and is done. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  readonly hint?: string;
}

export function TitleField({ model, label, placeholder, onKey, hint }: TitleFieldProps) {
  const { t } = useTranslation();
  const { actions, tree } = model;
  const store = useOutlineStore();
  const text = useOutline(({ writing }) => writing?.text ?? "");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const misfit = titleMisfit(text);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const back = () => tree.current?.focus({ preventScroll: true });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || onKey?.(event)) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (actions.finish()) back();
    } else if (event.key === "Escape") {
      event.preventDefault();
      actions.cancel();
      back();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!actions.finish()) return;
      if (event.shiftKey) actions.addInside();
      else actions.addBelow();
    }
  };
  const onBlur = (event: React.FocusEvent<HTMLInputElement>) => {
    // Another window is no reason to keep half a title, nor is the type beside it.
    if (!document.hasFocus() || event.currentTarget.closest("[role=treeitem]")?.contains(event.relatedTarget))
      return;
    actions.finish();
  };
  const below = misfit
    ? t(`errors.misfit.${misfit.code}`, { limit: misfit.limit, length: text.length })
    : hint;
  return (
    <span className={styles.writing}>
      <input
        ref={field}
        type="text"
        className={styles.field}
        aria-label={label}
        aria-invalid={misfit !== null}
        {...(below ? { "aria-describedby": id } : {})}
        {...(placeholder ? { placeholder } : {})}
        value={text}
        spellCheck
        autoComplete="off"
        onChange={(event) => {
          const { writing, set } = store.getState();
          if (writing) set({ writing: { ...writing, text: event.currentTarget.value } });
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {below && (
        <span id={id} className={misfit ? styles.misfit : styles.hint} role={misfit ? "alert" : undefined}>
          {below}
        </span>
      )}
    </span>
  );
}
