/**
 * Keeps the marks on cards and the count on the tab in step with the map. Outside React and a moment after each change:
 * what is worked out again is only what the change touched, and no gesture waits for it.
 */
import { answer } from "@trellis/shared/derive/ask";
import { healthCheck, healthMarks, type Mark } from "@trellis/shared/derive/health/healthCheck";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { useEffect } from "react";
import { useLiveMap } from "../../document/useMap.ts";
import { healthStore } from "../../workspace/healthStore.ts";
import { touchesStore } from "../../workspace/touchesStore.ts";
import { contextNow } from "../../workspace/useAnswer.ts";

/** Changes that come faster than this are looked at together (ms). */
const CALM_MS = 120;
/** And while they go on, looking takes no more than this part of the time. */
const MOST_SHARE = 0.05;

/** What was told last. */
let told: ReadonlyMap<CardId, readonly Mark[]> | null = null;

function look(snapshot: MapSnapshot): void {
  const context = contextNow();
  const findings = answer(healthMarks, snapshot, context);
  const { results } = answer(healthCheck, snapshot, context);
  const failing = results.filter(({ state }) => state === "fail").length;
  const before = healthStore.getState();
  const fresh = new Map([...findings].map(([card, list]) => [card, list.length]));
  const marks = sameMarks(before.marks, fresh) ? before.marks : fresh;
  const isOther = told !== findings;
  told = findings;
  if (failing !== before.failing || isOther)
    healthStore.setState({ failing, marks, round: before.round + (isOther ? 1 : 0) });
}

const sameMarks = (one: ReadonlyMap<CardId, number>, other: ReadonlyMap<CardId, number>): boolean =>
  one.size === other.size && [...other].every(([card, count]) => one.get(card) === count);

export function HealthWatch() {
  const live = useLiveMap();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = CALM_MS;
    const lookSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        const began = performance.now();
        look(live.getSnapshot());
        wait = Math.max(CALM_MS, (performance.now() - began) / MOST_SHARE);
      }, wait);
    };
    lookSoon();
    const stop = live.subscribe(lookSoon);
    const stopHearing = touchesStore.subscribe((now, before) => {
      if (now.lastReviewed !== before.lastReviewed) lookSoon();
    });
    return () => {
      stop();
      stopHearing();
      clearTimeout(timer);
      healthStore.getState().forget();
    };
  }, [live]);
  return null;
}
