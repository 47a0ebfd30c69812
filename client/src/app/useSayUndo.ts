/** Says what undo or redo did, and brings it into sight when it lies elsewhere. */
import { useTranslation } from "react-i18next";
import { useChanges } from "../document/useChanges.ts";
import { notify } from "../ui/notify.ts";
import { announce } from "../workspace/announce.ts";
import { sightStore } from "../workspace/sightStore.ts";
import { workspaceStore } from "../workspace/workspaceStore.ts";
import { changeNotes, touchedBetween } from "./changeNotes.ts";
import { actsText } from "./changeWords.ts";

export function useSayUndo(): void {
  const { t } = useTranslation();
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
