/**
 * Asks the server who last touched which card, when the map is opened and after each change, and notes that this person
 * is here. Later than the map itself: nothing on the first screen waits for it.
 */
import { useEffect, useMemo } from "react";
import { useConfirmed } from "../document/useConfirmed.ts";
import { useLiveMap } from "../document/useMap.ts";
import { usePhase, useSaveState } from "../document/useSaveState.ts";
import { readTouches } from "../http/touches.ts";
import { noteVisit } from "../workspace/lastVisit.ts";
import { daysReviewed, mergedTouches } from "../workspace/touches.ts";
import { TouchesFeed } from "../workspace/touchesFeed.ts";
import { touchesStore } from "../workspace/touchesStore.ts";

/** How often it is noted that somebody is still here (ms). */
const NOTED_EVERY_MS = 60_000;

const feedOf = (mapId: string): TouchesFeed =>
  new TouchesFeed({
    read: (after) => readTouches(mapId, after),
    answered: (answer) => {
      const before = touchesStore.getState();
      const touches = mergedTouches(before.touches, answer);
      const lastReviewed = daysReviewed(touches, before.lastReviewed);
      touchesStore.setState({ touches, lastReviewed, isFailing: false });
    },
    failed: (error) => {
      // Shown where it matters; asked again with the next change or when the connection is back.
      console.warn("who last touched the cards could not be read", error);
      touchesStore.setState({ isFailing: true });
    },
    isHidden: () => document.hidden,
    random: Math.random,
  });

export function TouchesWatch({ mapId }: { readonly mapId: string }) {
  const live = useLiveMap();
  const isOpen = usePhase().kind === "open";
  const isSaved = useSaveState().pending === 0;
  const feed = useMemo(() => feedOf(mapId), [mapId]);
  useEffect(() => {
    feed.start();
    const stop = live.subscribe(feed.soon);
    const onSeen = () => {
      if (!document.hidden) feed.seen();
    };
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", onSeen);
      feed.stop();
      touchesStore.getState().forget();
    };
  }, [live, feed]);
  // What was done here counts once it is stored; what others did meanwhile comes with the connection.
  useEffect(() => {
    if (isOpen && isSaved) feed.soon();
  }, [isOpen, isSaved, feed]);
  useConfirmed(feed.next);
  useNotedVisit(mapId);
  return null;
}

function useNotedVisit(mapId: string): void {
  useEffect(() => {
    touchesStore.setState({ lastVisit: noteVisit(mapId) });
    const note = () => {
      if (!document.hidden) noteVisit(mapId);
    };
    const timer = setInterval(note, NOTED_EVERY_MS);
    return () => {
      clearInterval(timer);
      note();
    };
  }, [mapId]);
}
