/**
 * Opens a map for everything below it. API of this folder, for views (none of them touches Yjs):
 * - `<MapProvider mapId>`; `useMap(selector, isEqual?)` and `useLiveMap()` {getSnapshot, subscribe(snapshot, change)}
 * - `useEdit()` -> `edit(op, args, {merge?, layout?})` runs a shared op; null when it could not be done (notice shown)
 * - `useUndo()` {undo, redo, canUndo, canRedo, stopCapturing}; `useSaveState()`, `usePhase()`, `useRole()`, `useCanEdit()`
 * - `useReload()`, `useRefusedText()`; `useBody(cardId)` for richtext/ only
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { MapConnection } from "./mapConnection.ts";
import { leaveConnection, takeConnection } from "./openMaps.ts";

interface Opened {
  readonly connection: MapConnection;
  readonly reload: () => void;
}

const OpenedContext = createContext<Opened | null>(null);

/** `children` mount once the connection object exists, before the map has arrived: ask `usePhase()`. */
export function MapProvider({ mapId, children }: { readonly mapId: string; readonly children: ReactNode }) {
  const [generation, setGeneration] = useState(0);
  const [connection, setConnection] = useState<MapConnection | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation asks for a new connection on purpose
  useEffect(() => {
    const opened = takeConnection(mapId, () => new MapConnection(mapId));
    setConnection(opened);
    return () => {
      setConnection(null);
      leaveConnection(opened);
    };
  }, [mapId, generation]);
  const value = useMemo(
    () => connection && { connection, reload: () => setGeneration((count) => count + 1) },
    [connection],
  );
  return value && <OpenedContext value={value}>{children}</OpenedContext>;
}

function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (!opened) throw new Error("used outside <MapProvider>");
  return opened;
}

/** The connection itself: for document/, presence/ and richtext/ only. */
export const useConnection = (): MapConnection => useOpened().connection;

/** Opens the map anew in a fresh document. What was not saved in the old one is gone. */
export const useReload = (): (() => void) => useOpened().reload;
