/** Undo and redo of what this person did here. Rich text has its own undo inside the editor. */
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { BesideStep } from "./besideSteps.ts";
import { useConnection } from "./MapProvider.tsx";
import type { MapConnection } from "./mapConnection.ts";

/** The functions keep their identity for the life of the map. */
export interface Undo {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The next edit starts a step of its own: call at the start of each gesture. */
  readonly stopCapturing: () => void;
  /** Stands for the step that undo would take back now; null when there is none. Compare it, do not read it. */
  readonly lastStep: () => object | null;
  /**
   * Keeps what was just done beside the map, so that it is undone too: with the step made since `lastStep` said
   * `since`, else by itself.
   */
  readonly beside: (step: BesideStep, since: object | null) => void;
}

export function useUndo(): Undo {
  const connection = useConnection();
  const { undo: manager, beside, subscribe: subscribeConnection } = connection;
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const events = ["stack-item-added", "stack-item-popped", "stack-item-updated"] as const;
      for (const event of events) manager.on(event, listener);
      manager.on("stack-cleared", listener);
      const stop = subscribeConnection(listener);
      const stopBeside = beside.subscribe(listener);
      return () => {
        for (const event of events) manager.off(event, listener);
        manager.off("stack-cleared", listener);
        stop();
        stopBeside();
      };
    },
    [manager, subscribeConnection, beside],
  );
  const canUndo = useSyncExternalStore(subscribe, () => connection.canEdit && beside.can("undo"));
  const canRedo = useSyncExternalStore(subscribe, () => connection.canEdit && beside.can("redo"));
  const commands = useMemo(
    () => ({
      undo: () => goBack(connection, "undo"),
      redo: () => goBack(connection, "redo"),
      stopCapturing: () => manager.stopCapturing(),
      lastStep: () => beside.last(),
      beside: (step: BesideStep, since: object | null) => beside.add(step, since),
    }),
    [manager, beside, connection],
  );
  return { ...commands, canUndo, canRedo };
}

/** Steps that others have written over change nothing and are passed over; when none was left, that has to be said. */
function goBack(connection: MapConnection, way: "undo" | "redo"): void {
  const { canEdit, beside, onEmptyUndo } = connection;
  if (canEdit && !beside.go(way)) for (const listener of onEmptyUndo) listener(way);
}

/** Hears of an undo or redo that had steps to take back and changed nothing. `listener` keeps its identity. */
export function useEmptyUndo(listener: (way: "undo" | "redo") => void): void {
  const { onEmptyUndo } = useConnection();
  useEffect(() => {
    onEmptyUndo.add(listener);
    return () => {
      onEmptyUndo.delete(listener);
    };
  }, [onEmptyUndo, listener]);
}
