/**
 * Keeps the small paths of measured cards in step with the map. Outside React and a moment after each change: what is
 * worked out again is only what the change touched, and no gesture waits for it.
 */
import { answer } from "@trellis/shared/derive/ask";
import { indicators } from "@trellis/shared/derive/indicators";
import { useEffect } from "react";
import { useLiveMap } from "../../document/useMap.ts";
import { pathStore } from "../../workspace/pathStore.ts";
import { contextNow } from "../../workspace/useAnswer.ts";
import { cardPaths } from "./cardPaths.ts";

/** Changes that come faster than this are looked at together (ms). */
const CALM_MS = 150;

export function PathWatch() {
  const live = useLiveMap();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        const before = pathStore.getState().paths;
        const paths = cardPaths(answer(indicators, live.getSnapshot(), contextNow()), before);
        if (paths !== before) pathStore.setState({ paths });
      }, CALM_MS);
    };
    lookSoon();
    const stop = live.subscribe(lookSoon);
    return () => {
      stop();
      clearTimeout(timer);
      pathStore.setState({ paths: new Map() });
    };
  }, [live]);
  return null;
}
