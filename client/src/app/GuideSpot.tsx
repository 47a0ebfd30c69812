/** Where the guide stands, for who has just made their first map from the first template. Once in a browser. */
import { Suspense, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { later } from "../ui/later.tsx";
import { recall, remember } from "../ui/remembered.ts";
import { useOpened } from "./openedStore.ts";

const Guide = later(async () => (await import("../features/guide/index.ts")).Guide);

const GUIDED_TEMPLATE = "greater-manchester-2038";
const KEY = "trellis.guide";

/** True for a map that was made a moment ago from the template that the guide speaks of. */
const isJustMade = (state: unknown): boolean =>
  typeof state === "object" && state !== null && "template" in state && state.template === GUIDED_TEMPLATE;

export function GuideSpot() {
  const { state } = useLocation();
  const [isShown, setShown] = useState(() => isJustMade(state) && recall(KEY) === null);
  const isSharing = useOpened() === "share";
  useEffect(() => {
    if (isShown) remember(KEY, "seen");
  }, [isShown]);
  if (!isShown) return null;
  return (
    <Suspense>
      <Guide isSharing={isSharing} onLeave={() => setShown(false)} />
    </Suspense>
  );
}
