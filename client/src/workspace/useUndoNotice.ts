/**
 * Says what was done, with one way back. The way back is that step and no other: once something else was changed or
 * taken back, pressing it says so instead of undoing what it does not name.
 */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useUndo } from "../document/useUndo.ts";
import { notify } from "../ui/notify.ts";

/** Call right after the edit. Keeps its identity for the life of the map. */
export function useUndoNotice(): (text: string) => void {
  const { t } = useTranslation();
  const { undo, lastStep } = useUndo();
  return useMemo(
    () => (text) => {
      const step = lastStep();
      const run = () => {
        if (step !== null && lastStep() === step) undo();
        else notify({ tone: "problem", text: t("app.undoPassed") });
      };
      // A step done since makes the way back of an older notice lead nowhere.
      notify({ subject: "step", text, action: { label: t("app.undo"), run } });
    },
    [t, undo, lastStep],
  );
}
