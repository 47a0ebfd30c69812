/** With `?bench=1` in the address the canvas can be driven and measured from outside (`pnpm bench`). Else nothing. */
import type { CardId } from "@trellis/shared/schema/ids";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { centreOf, type Point, toScreen } from "./geometry.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";
import { type Sight, sightOf, viewOf } from "./viewHash.ts";

export interface Bench {
  readonly name: string;
  readonly n: number;
  ready: boolean;
  readyAt: number;
  /** World point at the middle of the canvas, and zoom. */
  readonly view: () => Sight;
  readonly setView: (x: number, y: number, zoom: number) => void;
  /** Middle of the nth card in pixels of the window. */
  readonly nodePoint: (index: number) => Point;
  readonly nodeWorld: (index: number) => Point;
  readonly select: (indexes: readonly number[]) => void;
  /** Shown cards at the start: every index above counts in this order. */
  readonly cardIds: readonly CardId[];
  /** Their middles. */
  readonly worldCards: readonly Point[];
}

declare global {
  interface Window {
    __bench?: Bench;
  }
}

/** Returns how to take it away again. It appears when there are cards, and is ready two frames later. */
export function publishBench(stage: Stage, actions: Actions): (() => void) | undefined {
  if (new URLSearchParams(window.location.search).get("bench") !== "1") return undefined;
  let frame = 0;
  const look = () => {
    if (stage.scene.layout.cards.size === 0) {
      frame = requestAnimationFrame(look);
      return;
    }
    const bench = benchOf(stage, actions);
    window.__bench = bench;
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        bench.readyAt = performance.now();
        bench.ready = true;
      });
    });
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    delete window.__bench;
  };
}

function benchOf(stage: Stage, actions: Actions): Bench {
  const ids: readonly CardId[] = [...stage.scene.layout.cards.keys()];
  const rectOf = (index: number) => {
    const id = ids[index];
    const rect = id && stage.scene.rectOf(id);
    if (!rect) throw new Error(`There is no shown card ${index}.`);
    return rect;
  };
  return {
    name: "trellis",
    n: ids.length,
    ready: false,
    readyAt: 0,
    view: () => sightOf(stage.view, stage.size.width, stage.size.height),
    setView: (x, y, zoom) => actions.goTo(viewOf({ x, y, zoom }, stage.size.width, stage.size.height)),
    nodePoint: (index) => {
      const at = toScreen(stage.view, centreOf(rectOf(index)));
      const corner = stage.corner();
      return { x: at.x + corner.x, y: at.y + corner.y };
    },
    nodeWorld: (index) => rectOf(index),
    select: (indexes) => workspaceStore.getState().selectCards(indexes.flatMap((index) => ids[index] ?? [])),
    cardIds: ids,
    worldCards: ids.map((_, index) => centreOf(rectOf(index))),
  };
}
