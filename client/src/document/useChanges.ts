/** Every change of the map as it is published, with the state before it: for saying in words what happened. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { MapChange } from "@trellis/shared/schema/mapDoc";
import { useEffect, useRef } from "react";
import { useConnection } from "./MapProvider.tsx";

export interface PublishedChange {
  readonly before: MapSnapshot;
  readonly after: MapSnapshot;
  readonly change: MapChange;
  /** It came over the network. It may hold what this tab did in the same moment; `change.writers` tells. */
  readonly isRemote: boolean;
  /** This tab's undo or redo made it. */
  readonly way: "undo" | "redo" | null;
}

/** Changes from now on; not the map's first arrival, nor when it is replaced as a whole. */
export function useChanges(listener: (published: PublishedChange) => void): void {
  const { feed, provider, undo } = useConnection();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  }, [listener]);
  useEffect(() => {
    let before = feed.getSnapshot();
    return feed.subscribe((after, change) => {
      const back = undo.redoing ? "redo" : "undo";
      const way = change?.origin === undo ? back : null;
      const published = { before, after, isRemote: change?.origin === provider, way } as const;
      before = after;
      if (change) latest.current({ ...published, change });
    });
  }, [feed, provider, undo]);
}
