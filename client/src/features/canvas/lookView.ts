/** Moves the view to what is shown: the whole of it, what is selected, or as large as the page's own letters. */
import type { CardId } from "@trellis/shared/schema/ids";
import { wholeView } from "./firstView.ts";
import { boundsOf, type Rect, toWorld, type View } from "./geometry.ts";
import type { Stage } from "./stage.ts";
import { motionMs } from "./viewActions.ts";

const FIT_MS = 260;
/** A few cards are not blown up to the size of the screen. */
const NEAREST = 1;

export interface LookView {
  readonly fit: () => void;
  readonly fitSelected: () => void;
  readonly wholeSize: () => void;
}

export function lookView(stage: Stage | null, selected: () => readonly CardId[]): LookView {
  const go = (view: View) => stage?.show(view, { durationMs: motionMs(FIT_MS) });
  const fitTo = (all: Rect | null | undefined) => {
    if (stage && all && stage.size.width > 0)
      go(wholeView(all, stage.size.width, stage.size.height, NEAREST));
  };
  return {
    fit: () => fitTo(stage?.scene.bounds()),
    fitSelected: () => fitTo(boundsOf(selected().flatMap((id) => stage?.scene.rectOf(id) ?? []))),
    wholeSize: () => {
      if (!stage) return;
      const { width, height } = stage.size;
      const middle = toWorld(stage.view, { x: width / 2, y: height / 2 });
      go({ x: width / 2 - middle.x, y: height / 2 - middle.y, zoom: 1 });
    },
  };
}
