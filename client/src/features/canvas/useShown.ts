/** Feeds the stage with what this tab shows of the map: cards that are hidden leave, the others stay where they are. */
import { useLayoutEffect } from "react";
import { useLiveMap } from "../../document/useMap.ts";
import { lookStore } from "../../workspace/lookStore.ts";
import { shownNow } from "../../workspace/shownNow.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import type { Stage } from "./stage.ts";

/** Called before the stage follows the map, so that the first view is chosen from what is shown. */
export function useShown(stage: Stage | null): void {
  const live = useLiveMap();
  useLayoutEffect(() => {
    if (!stage) return;
    let only = shownNow(live.getSnapshot()).shown;
    if (only) stage.showOnly(only);
    const follow = () => {
      const { shown } = shownNow(live.getSnapshot());
      if (shown === only) return;
      only = shown;
      stage.showOnly(only);
    };
    const stops = [live.subscribe(follow), lookStore.subscribe(follow), workspaceStore.subscribe(follow)];
    return () => stops.forEach((stop) => void stop());
  }, [stage, live]);
}
