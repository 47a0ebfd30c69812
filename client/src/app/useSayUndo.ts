/** Says what undo or redo did, or that it could do nothing, and brings what changed into sight when it lies elsewhere. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useChanges } from "../document/useChanges.ts";
import { useEmptyUndo } from "../document/useUndo.ts";
import { notify } from "../ui/notify.ts";
import { announce } from "../workspace/announce.ts";
import { sightStore } from "../workspace/sightStore.ts";
import { workspaceStore } from "../workspace/workspaceStore.ts";
import { changeNotes, touchedBetween } from "./changeNotes.ts";
import { actsText } from "./changeWords.ts";

export function useSayUndo(): void {
  const { t } = useTranslation();
  const sayNothingDone = useCallback(
    (way: "undo" | "redo") => {
      const text = t(`map.act.${way}Nothing`);
      notify({ tone: "problem", text, subject: "undo" });
      announce(text);
    },
    [t],
  );
  useEmptyUndo(sayNothingDone);
  useChanges(({ before, after, way }) => {
    if (!way) return;
    // Undo is told as the act that it took back.
    const [from, to] = way === "undo" ? [after, before] : [before, after];
    const notes = changeNotes(touchedBetween(from, to), to);
    const acts = actsText(notes, t);
    if (acts === "") return;
    const text = t(`map.act.${way}`, { text: acts });
    notify({ text, subject: "undo" });
    announce(text);
    const [card] = [...touchedBetween(before, after).cards.keys()].flatMap((id) => after.cards.get(id) ?? []);
    if (!card) return;
    if (!before.cards.has(card.id)) workspaceStore.getState().showType(card.type, true);
    sightStore.getState().reveal(card.id);
  });
}
