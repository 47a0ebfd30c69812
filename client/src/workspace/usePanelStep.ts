/**
 * On a phone the panel covers the map, so opening it is a step of the history: Back closes it and stays on the map, and
 * closing it by its button takes the step back. The step has the address of the one before and a mark in its state.
 * Called once, by the map's frame.
 */
import { useEffect, useRef } from "react";
import { useLocation, useNavigate, useNavigationType } from "react-router";
import { PHONE_QUERY } from "../ui/usePhone.ts";
import { workspaceStore } from "./workspaceStore.ts";

const MARK = { isPanel: true } as const;

const isMarked = (state: unknown): boolean =>
  typeof state === "object" && state !== null && "isPanel" in state && state.isPanel === true;

/** The step that the browser is at. Read off the window, where the router keeps it: what is rendered may be behind. */
const isAtStep = (): boolean => {
  const kept: unknown = window.history.state;
  return typeof kept === "object" && kept !== null && "usr" in kept && isMarked(kept.usr);
};

export function usePanelStep(): void {
  const location = useLocation();
  const arrivedBy = useNavigationType();
  const navigate = useNavigate();
  const here = useRef(location);
  useEffect(() => {
    const isFirst = here.current === location;
    here.current = location;
    // Other steps, such as a change of the look, may be made with the panel open: only going back to before it closes it.
    if (isFirst || arrivedBy !== "POP" || isMarked(location.state)) return;
    if (window.matchMedia(PHONE_QUERY).matches) workspaceStore.getState().closePanel();
  }, [location, arrivedBy]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const isOpen = workspaceStore.getState().panel !== "closed";
      const isStep = isAtStep();
      if (!isOpen && isStep) void navigate(-1);
      if (!isOpen || isStep || !window.matchMedia(PHONE_QUERY).matches) return;
      // The canvas writes its place into the hash past the router, so it is read off the window.
      const { search, hash } = window.location;
      void navigate({ search, hash }, { state: MARK });
    };
    const follow = () => {
      clearTimeout(timer);
      // After whatever else goes to another address with the same click: that is not to be taken back.
      timer = setTimeout(settle);
    };
    if (workspaceStore.getState().panel !== "closed") follow();
    const stop = workspaceStore.subscribe((now, before) => {
      if (now.panel !== before.panel) follow();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [navigate]);
}
