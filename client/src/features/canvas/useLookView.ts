/** Keeps the view on what is asked about: a new focus, path or unfolding is brought into sight as a whole. */
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../workspace/commands.ts";
import { lookStore } from "../../workspace/lookStore.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { type LookView, lookView } from "./lookView.ts";
import type { Stage } from "./stage.ts";

export function useLookView(stage: Stage | null): LookView {
  const view = useMemo(() => lookView(stage, () => workspaceStore.getState().selection.cards), [stage]);
  useEffect(() => {
    let frame = 0;
    const stop = lookStore.subscribe(({ focus, path, unfolded }, before) => {
      const isNew =
        (focus !== before.focus && focus) ||
        (path !== before.path && path) ||
        (unfolded !== before.unfolded && unfolded);
      if (!isNew) return;
      cancelAnimationFrame(frame);
      // The banner above takes its room first: one frame to appear, one for the canvas to learn its new size.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(view.fit);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [view]);
  useViewCommands(view);
  return view;
}

function useViewCommands(view: LookView): void {
  const { t } = useTranslation();
  useCommands(
    useMemo(
      () => [
        { id: "canvas.fit", group: "see" as const, label: t("canvas.fit"), keys: "0 Shift+1", run: view.fit },
        {
          id: "canvas.fitSelected",
          group: "see" as const,
          label: t("look.fitSelected"),
          keys: "Shift+2",
          run: view.fitSelected,
        },
        {
          id: "canvas.wholeSize",
          group: "see" as const,
          label: t("look.wholeSize"),
          keys: "Shift+0",
          run: view.wholeSize,
        },
      ],
      [t, view],
    ),
  );
}
