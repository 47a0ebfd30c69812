/** What a person can do on the canvas, in one object: gestures, keys, toolbar and menus all call the same. */
import { useReactFlow } from "@xyflow/react";
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
  const { setViewport } = useReactFlow();
  return useMemo(
    () => ({
      ...cardActions(stage, edit, (text) => undoNotice(t(`canvas.${text}`))),
      ...viewActions(stage, (view, duration) => void setViewport(view, { duration })),
    }),
    [stage, edit, t, undoNotice, setViewport],
  );
}
