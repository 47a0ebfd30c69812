/** What a person can do on the canvas, in one object: gestures, keys, toolbar and menus all call the same. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import { cardActions } from "./cardActions.ts";
import type { Stage } from "./stage.ts";
import { viewActions } from "./viewActions.ts";

export type Actions = ReturnType<typeof cardActions> & ReturnType<typeof viewActions>;

export function useActions(stage: Stage | null): Actions {
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  const { t } = useTranslation();
  return useMemo(
    () => ({
      ...cardActions(stage, edit, (text) => undoNotice(t(`canvas.${text}`))),
      ...viewActions(stage),
    }),
    [stage, edit, t, undoNotice],
  );
}
