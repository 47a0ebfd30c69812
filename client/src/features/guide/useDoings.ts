/** What this person does, watched for the guide; begins anew with each step. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { useEffect, useState } from "react";
import { useChanges } from "../../document/useChanges.ts";
import { useMap } from "../../document/useMap.ts";
import { useSaveState } from "../../document/useSaveState.ts";
import { sightStore } from "../../workspace/sightStore.ts";
import { type Selection, useWorkspace } from "../../workspace/workspaceStore.ts";
import type { Doings, Step } from "./steps.ts";

/** A part of what was on screen; less is a slip of the hand. */
const FAR_ENOUGH = 0.08;

const saysWhoAnswers = ({ cards, links }: MapSnapshot, selection: Selection): boolean =>
  (selection.link !== null && links.get(selection.link)?.type === "responsible") ||
  selection.cards.some((id) => cards.get(id)?.type === "actor");

export function useDoings(step: Step, isSharing: boolean): Doings {
  const moved = useMoved(step);
  const saved = useSaveState().kind === "saved";
  const selection = useWorkspace((state) => state.selection);
  const isPanelOpen = useWorkspace((state) => state.panel === "inspector");
  const answerSeen = useMap((snapshot) => saysWhoAnswers(snapshot, selection));
  const [made, setMade] = useState<{ step: Step; changed: boolean; undone: boolean } | null>(null);
  useChanges(({ isRemote, way }) => {
    if (!isRemote) setMade({ step, changed: way === null, undone: way === "undo" });
  });
  const own = made?.step === step ? made : null;
  return {
    moved,
    saved,
    cardOpen: isPanelOpen && selection.cards.length === 1,
    changed: own?.changed ?? false,
    answerSeen,
    sharedOrUndone: isSharing || (own?.undone ?? false),
  };
}

function useMoved(step: Step): boolean {
  const [movedIn, setMovedIn] = useState<Step | null>(null);
  useEffect(() => {
    let first = sightStore.getState().own;
    return sightStore.subscribe(({ own }) => {
      // The first view comes by itself, and a panel that opens beside the canvas only makes it narrower.
      if (!own || !first || own[2] / own[3] !== first[2] / first[3]) {
        first = own;
        return;
      }
      const [x, y, width] = first;
      const far = Math.max(Math.abs(own[0] - x), Math.abs(own[1] - y), Math.abs(own[2] - width));
      if (far > width * FAR_ENOUGH) setMovedIn(step);
    });
  }, [step]);
  return movedIn === step;
}
