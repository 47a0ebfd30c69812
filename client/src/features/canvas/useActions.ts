/** What a person can do on the canvas, in one object: gestures, keys, toolbar and menus all call the same. */
import { useReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useUndo } from "../../document/useUndo.ts";
import { notify } from "../../ui/notify.ts";
import { cardActions } from "./cardActions.ts";
import type { Stage } from "./stage.ts";
import { viewActions } from "./viewActions.ts";

export type Actions = ReturnType<typeof cardActions> & ReturnType<typeof viewActions>;

export function useActions(stage: Stage | null): Actions {
  const edit = useEdit();
  const { undo } = useUndo();
  // Undo changes with every edit; the actions must not, since everything on the canvas hangs on them.
  const undoNow = useRef(undo);
  useEffect(() => {
    undoNow.current = undo;
  }, [undo]);
  const { t } = useTranslation();
  const { setViewport } = useReactFlow();
  return useMemo(
    () => ({
      ...cardActions(stage, edit, (text) =>
        notify({
          text: t(`canvas.${text}`),
          action: { label: t("canvas.undo"), run: () => undoNow.current() },
        }),
      ),
      ...viewActions(stage, (view, duration) => void setViewport(view, { duration })),
    }),
    [stage, edit, t, setViewport],
  );
}
