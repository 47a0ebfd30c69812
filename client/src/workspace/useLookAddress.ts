/**
 * Keeps the look and the address in step. The address comes first: what it says when a map opens, and after Back or
 * Forward, is shown. A change of the look is a new entry of the history, so that Back undoes it. Called once, by the
 * map's frame.
 */
import { useEffect, useLayoutEffect } from "react";
import { type NavigateFunction, useLocation, useNavigate } from "react-router";
import { type AddressedLook, readLook, writeLook } from "./lookAddress.ts";
import { lookStore } from "./lookStore.ts";
import { workspaceStore } from "./workspaceStore.ts";

/** Whether the change being made is one a person would not want to undo, such as following a sent link. */
let isAside = false;

/** Makes a change of the look that is no step of its own in the history. */
export function asAside(change: () => void): void {
  isAside = true;
  change();
  // After the look has been written; a change that came to nothing must not make the next one an aside.
  queueMicrotask(() => {
    isAside = false;
  });
}

const lookNow = (): AddressedLook => {
  const { kinds, filter, focus, path, unfolded, colour } = lookStore.getState();
  return { types: workspaceStore.getState().shownTypes, kinds, filter, focus, path, unfolded, colour };
};

/** Shows what an address says, unless that is what is shown. */
function take(search: string): void {
  const addressed = readLook(search);
  if (writeLook("", addressed) === writeLook("", lookNow())) return;
  const { types, ...look } = addressed;
  workspaceStore.setState({ shownTypes: types });
  // One question at a time holds for an address that somebody wrote by hand, too.
  lookStore.getState().set({ ...look, focus: look.path ? null : look.focus });
}

function write(navigate: NavigateFunction): void {
  const { search, hash } = window.location;
  const next = writeLook(search, lookNow());
  if (writeLook("", readLook(search)) === writeLook("", lookNow())) return;
  // The canvas writes its place into the hash past the router, so it is read off the window.
  void navigate({ search: next, hash }, { replace: isAside });
}

export function useLookAddress(): void {
  const { search } = useLocation();
  const navigate = useNavigate();
  useLayoutEffect(() => take(search), [search]);
  useEffect(() => {
    let isOpen = true;
    let isWaiting = false;
    // Several changes made at once are one step.
    const follow = () => {
      if (isWaiting) return;
      isWaiting = true;
      queueMicrotask(() => {
        isWaiting = false;
        if (isOpen) write(navigate);
      });
    };
    const stops = [lookStore.subscribe(follow), workspaceStore.subscribe(follow)];
    return () => {
      isOpen = false;
      for (const stop of stops) stop();
    };
  }, [navigate]);
}
