/** Where the focus was before it came into the panel, and the key between the view and the panel. */
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "./commands.ts";
import { workspaceStore } from "./workspaceStore.ts";

let origin: Element | null = null;

/** Called when the focus comes into the panel from elsewhere. */
export const enterPanelFrom = (element: Element): void => {
  origin = element;
};

/** To where the focus was, or else to the view. */
export function leavePanel(): void {
  const known = origin instanceof HTMLElement && origin.isConnected ? origin : null;
  (known ?? document.querySelector<HTMLElement>("main [tabindex='0'], main button, main a[href]"))?.focus();
}

function switchPanel(): void {
  const panel = document.querySelector("[data-inspector]");
  if (panel?.contains(document.activeElement)) leavePanel();
  else workspaceStore.getState().openPanel();
}

/** F6, wherever the focus is. Called once, by the map's frame. */
export function usePanelKey(): void {
  const { t } = useTranslation();
  const commands = useMemo(
    (): readonly Command[] => [
      { id: "panel.switch", group: "go", label: t("map.switchPanel"), keys: "F6", run: switchPanel },
    ],
    [t],
  );
  useCommands(commands);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      switchPanel();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
