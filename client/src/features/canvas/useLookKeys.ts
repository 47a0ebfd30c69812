/** Carries out the keys of what is shown, before the canvas's other keys: Escape ends a focus before a selection. */
import { type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { notify } from "../../ui/notify.ts";
import {
  type Cannot,
  endQuestion,
  focusOnSelected,
  pathBetweenSelected,
  setDegrees,
  setDirection,
  unfoldSelected,
} from "../../workspace/lookActions.ts";
import { lookStore } from "../../workspace/lookStore.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { canvasStore } from "./canvasStore.ts";
import { type LookKey, lookKey } from "./lookKeys.ts";
import type { LookView } from "./lookView.ts";
import type { Stage } from "./stage.ts";

export function useLookKeys(
  surface: RefObject<HTMLDivElement | null>,
  stage: Stage | null,
  view: LookView,
): void {
  const { t } = useTranslation();
  const live = useLiveMap();
  useEffect(() => {
    const element = surface.current;
    if (!element || !stage) return;
    const act = (key: LookKey): Cannot => {
      if (key.kind === "focus") return focusOnSelected();
      if (key.kind === "path") return pathBetweenSelected(false);
      if (key.kind === "unfold") return unfoldSelected(live.getSnapshot(), key.others);
      if (key.kind === "degrees") setDegrees(key.degrees);
      else if (key.kind === "direction") setDirection();
      else if (key.kind === "end") endQuestion();
      else view[key.kind]();
      return null;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.target !== element) return;
      const { focus, path } = lookStore.getState();
      const key = lookKey(event, focus !== null, focus !== null || path !== null);
      if (!key || (key.kind === "end" && isBusy(stage))) return;
      event.preventDefault();
      event.stopPropagation();
      const cannot = act(key);
      if (cannot) notify({ text: t(`look.cannot.${cannot}`) });
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [surface, stage, view, live, t]);
}

/** Something further in has to end first. */
function isBusy(stage: Stage): boolean {
  const { joining, framing, titleOf } = canvasStore.getState();
  const tool = workspaceStore.getState().tool.kind;
  return stage.dragging.length > 0 || joining !== null || framing || titleOf !== null || tool !== "select";
}
