/**
 * Writes a card's title where it stands. Enter or leaving keeps it, Escape leaves the old one, Tab keeps it and adds
 * the next card of the same kind. A title that is too long is not saved and not cut: it stays here with a sentence.
 */
import { addCard, editField, removeCard } from "@trellis/shared/ops/cards";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap } from "../../document/useMap.ts";
import { useSetPresence } from "../../presence/PresenceProvider.tsx";
import { notify } from "../../ui/notify.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import styles from "./CardShape.module.css";
import { canvasStore } from "./canvasStore.ts";
import { earlyWords } from "./earlyWords.ts";
import { siblingOf } from "./newCard.ts";
import { titleDrafts } from "./titleDrafts.ts";

const tidied = (text: string): string => text.replace(/\s+/g, " ").trim();

export function TitleEditor({ card, title }: { readonly card: CardId; readonly title: string }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const edit = useEdit();
  const map = useLiveMap();
  const setPresence = useSetPresence();
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  const [start] = useState(() => titleDrafts.of(mapId, card) ?? title);
  const [length, setLength] = useState(tidied(start).length);
  const isTooLong = length > TITLE_TEXT;

  useEffect(() => {
    setPresence({ editing: card });
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    const early = earlyWords.take();
    if (field.current && early !== "") {
      field.current.value = early;
      setLength(tidied(early).length);
    }
    return () => setPresence({ editing: null });
  }, [card, setPresence]);

  /** False while the title cannot be kept; what was written is then held for this card. */
  const keep = (): boolean => {
    const written = tidied(field.current?.value ?? title);
    if (written.length > TITLE_TEXT) {
      titleDrafts.keep(mapId, card, written);
      return false;
    }
    titleDrafts.drop(mapId, card);
    if (written !== title) edit(editField, { card, field: "title", value: written });
    return true;
  };
  const close = () => {
    left.current = true;
    canvasStore.getState().set({ titleOf: null });
  };
  const leave = () => {
    if (left.current) return;
    const kept = keep();
    close();
    if (!kept)
      notify({
        tone: "problem",
        text: t("ask.titleHeld"),
        action: { label: t("ask.titleGoOn"), run: goBack },
      });
  };
  const goBack = () => {
    workspaceStore.getState().selectCards([card]);
    canvasStore.getState().set({ titleOf: card });
  };
  const giveUp = () => {
    titleDrafts.drop(mapId, card);
    const made = map.getSnapshot().cards.get(card);
    close();
    // A card that was only just added and never named is not wanted.
    if (made?.title === "" && made.placeholder !== true) edit(withdrawn, card);
  };
  const goOn = () => {
    const before = map.getSnapshot().cards.get(card);
    if (!before || tidied(field.current?.value ?? "") === "") return giveUp();
    if (!keep()) return;
    close();
    const next = edit(addCard, siblingOf(before));
    if (!next) return;
    workspaceStore.getState().selectCards([next]);
    canvasStore.getState().set({ titleOf: next });
  };

  /** What stands here is a draft from the first letter on, so that no way of leaving loses it. */
  const onWritten = (written: string) => {
    setLength(written.length);
    if (written === title) titleDrafts.drop(mapId, card);
    else titleDrafts.keep(mapId, card, written);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || !["Enter", "Escape", "Tab"].includes(event.key)) return;
    event.preventDefault();
    const canvas = field.current?.closest<HTMLElement>("[role=application]");
    if (event.key === "Tab") {
      goOn();
      if (canvasStore.getState().titleOf === null) canvas?.focus({ preventScroll: true });
      return;
    }
    if (event.key === "Escape") giveUp();
    else if (keep()) close();
    if (left.current) canvas?.focus({ preventScroll: true });
  };

  return (
    <>
      <textarea
        ref={field}
        data-canvas-control
        className={styles.titleEditor}
        aria-label={t("canvas.titleField")}
        aria-describedby={hintId}
        aria-invalid={isTooLong}
        defaultValue={start}
        dir="auto"
        rows={2}
        spellCheck
        onChange={(event) => onWritten(tidied(event.currentTarget.value))}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <span
        id={hintId}
        className={styles.titleHint}
        data-problem={isTooLong || undefined}
        role={isTooLong ? "alert" : undefined}
      >
        {isTooLong ? t("ask.titleTooLong", { length, limit: TITLE_TEXT }) : t("ask.titleKeys")}
      </span>
    </>
  );
}

function withdrawn(draft: MapDraft, card: CardId): true {
  if (draft.hasCard(card)) removeCard(draft, { card, children: "parent" });
  return true;
}
