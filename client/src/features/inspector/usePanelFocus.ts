/**
 * Where the focus goes when the panel opens, shows another card or closes. It goes in when somebody asked for the panel
 * or was working in it; on close it returns to where it was before. Selecting a card alone leaves the focus in the view.
 */
import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useRef } from "react";
import { enterPanelFrom, leavePanel } from "../../workspace/panelFocus.ts";
import { useWorkspace, workspaceStore } from "../../workspace/workspaceStore.ts";

/** Whether the panel that has just gone had the focus. */
let wasInside = false;
/** The last request that was answered; one made while the panel's code was on its way still counts. */
let answered = 0;

const panelOf = (box: HTMLElement | null) => box?.querySelector<HTMLElement>("[data-inspector]") ?? null;

export function usePanelFocus(box: RefObject<HTMLElement | null>): void {
  // Behind, like what the panel shows: asked together with another card, it is that card's panel that takes the focus.
  const asked = useDeferredValue(useWorkspace((state) => state.panelAsked));
  /** The panel before this one had the focus, so this one takes it over. */
  const inherits = useRef(false);
  useLayoutEffect(() => {
    const element = box.current;
    inherits.current = wasInside;
    wasInside = false;
    const onFocus = (event: FocusEvent) => {
      const from = event.relatedTarget;
      if (
        from instanceof Element &&
        !element?.contains(from) &&
        !from.closest("[role=dialog], [data-portal]")
      )
        enterPanelFrom(from);
    };
    element?.addEventListener("focusin", onFocus);
    return () => {
      element?.removeEventListener("focusin", onFocus);
      wasInside = element?.contains(document.activeElement) === true;
      if (!wasInside) return;
      queueMicrotask(() => {
        if (workspaceStore.getState().panel !== "closed") return;
        wasInside = false;
        if (document.activeElement === document.body) leavePanel();
      });
    };
  }, [box]);
  useEffect(() => {
    const panel = panelOf(box.current);
    const isWanted = asked > answered || inherits.current;
    inherits.current = false;
    answered = Math.max(answered, asked);
    if (!panel || !isWanted || panel.contains(document.activeElement)) return;
    if (document.activeElement && document.activeElement !== document.body)
      enterPanelFrom(document.activeElement);
    panel.focus({ preventScroll: true });
  }, [asked, box]);
}
