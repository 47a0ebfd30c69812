/** Undo and redo of what this person did here. Rich text has its own undo inside the editor. */
import { useEffect, useMemo, useSyncExternalStore } from "react";
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
}

export function useUndo(): Undo {
  const { undo: manager, subscribe: subscribeConnection } = useConnection();
  const connection = useConnection();
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const events = ["stack-item-added", "stack-item-popped", "stack-item-updated"] as const;
      for (const event of events) manager.on(event, listener);
      manager.on("stack-cleared", listener);
      const stop = subscribeConnection(listener);
      return () => {
        for (const event of events) manager.off(event, listener);
        manager.off("stack-cleared", listener);
        stop();
      };
    },
    [manager, subscribeConnection],
  );
  const canUndo = useSyncExternalStore(subscribe, () => connection.canEdit && manager.undoStack.length > 0);
  const canRedo = useSyncExternalStore(subscribe, () => connection.canEdit && manager.redoStack.length > 0);
  const commands = useMemo(
    () => ({
      undo: () => goBack(connection, "undo"),
      redo: () => goBack(connection, "redo"),
      stopCapturing: () => manager.stopCapturing(),
      lastStep: () => manager.undoStack.at(-1) ?? null,
    }),
    [manager, connection],
  );
  return { ...commands, canUndo, canRedo };
}

/** Steps that others have written over change nothing and are passed over; when none was left, that has to be said. */
function goBack(connection: MapConnection, way: "undo" | "redo"): void {
  const { canEdit, undo: manager, onEmptyUndo } = connection;
  const steps = way === "undo" ? manager.undoStack : manager.redoStack;
  if (!canEdit || steps.length === 0) return;
  if (manager[way]() === null) for (const listener of onEmptyUndo) listener(way);
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
