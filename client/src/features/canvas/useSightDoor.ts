/** The canvas's side of `sightStore`: says what is seen here, shows what is asked for. */
import type { Sight } from "@trellis/shared/protocol/presence";
import { useEffect } from "react";
import { sightStore } from "../../workspace/sightStore.ts";
import { MAX_ZOOM, MIN_ZOOM } from "./firstView.ts";
import { fitView } from "./geometry.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

/** As long as the next sight takes to come, so that following somebody is one movement. */
const GLIDE_MS = 220;
const NO_PADDING = { left: 0, right: 0, top: 0, bottom: 0 };

const sizeOf = ({ size }: Stage): string => `${size.width}x${size.height}`;

export function useSightDoor(stage: Stage | null, actions: Actions): void {
  useTellSight(stage);
  useShowSight(stage, actions);
}

function useTellSight(stage: Stage | null): void {
  useEffect(() => {
    if (!stage) return;
    const tell = () => {
      const { width, height } = stage.size;
      if (width === 0 || height === 0) return;
      const seen = stage.seen();
      const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2];
      const size = [Math.max(1, Math.round(seen.width)), Math.max(1, Math.round(seen.height))] as const;
      sightStore.getState().setOwn([Math.round(x), Math.round(y), ...size]);
    };
    tell();
    const stop = stage.onView(tell);
    return () => {
      stop();
      sightStore.getState().setOwn(null);
    };
  }, [stage]);
}

function useShowSight(stage: Stage | null, actions: Actions): void {
  useEffect(() => {
    if (!stage) return;
    let shown: Sight | null = null;
    let fitted = "";
    const bring = (wanted: Sight, durationMs: number) => {
      const [x, y, width, height] = wanted;
      const rect = { x: x - width / 2, y: y - height / 2, width, height };
      const options = { minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM, padding: NO_PADDING };
      const view = fitView(rect, stage.size.width, stage.size.height, options);
      fitted = sizeOf(stage);
      stage.show(view, { durationMs, steady: true });
    };
    const follow = () => {
      const { wanted, revealing, revealed } = sightStore.getState();
      if (revealing !== null && stage.scene.rectOf(revealing)) {
        revealed();
        actions.reveal(revealing);
      }
      if (wanted === shown) return;
      shown = wanted;
      const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (wanted) bring(wanted, isCalm ? 0 : GLIDE_MS);
    };
    const refit = () => {
      if (shown && fitted !== sizeOf(stage)) bring(shown, 0);
    };
    follow();
    // A card that is only now switched on has a place once the scene has taken it in.
    const stops = [sightStore.subscribe(follow), stage.onScene(follow), stage.onView(refit)];
    return () => stops.forEach((stop) => void stop());
  }, [stage, actions]);
}
