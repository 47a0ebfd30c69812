/** Writes a card's title where it stands. Enter or leaving keeps it, Escape leaves the old one. */
import { editField } from "@trellis/shared/ops/cards";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useSetPresence } from "../../presence/PresenceProvider.tsx";
import styles from "./CardShape.module.css";
import { canvasStore } from "./canvasStore.ts";

export function TitleEditor({ card, title }: { readonly card: CardId; readonly title: string }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const setPresence = useSetPresence();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);

  useEffect(() => {
    setPresence({ editing: card });
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    return () => setPresence({ editing: null });
  }, [card, setPresence]);

  const leave = (keep: boolean) => {
    if (left.current) return;
    left.current = true;
    const written = field.current?.value.replace(/\s+/g, " ").trim() ?? title;
    if (keep && written !== title) edit(editField, { card, field: "title", value: written });
    canvasStore.getState().set({ titleOf: null });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    const canvas = field.current?.closest<HTMLElement>("[role=application]");
    leave(event.key === "Enter");
    canvas?.focus({ preventScroll: true });
  };

  return (
    <textarea
      ref={field}
      data-canvas-control
      className={styles.titleEditor}
      aria-label={t("canvas.titleField")}
      defaultValue={title}
      maxLength={TITLE_TEXT}
      rows={2}
      spellCheck
      onKeyDown={onKeyDown}
      onBlur={() => leave(true)}
    />
  );
}
