/**
 * The connections of this tab. Leaving a map whose edits can still be saved keeps its connection until they are, so
 * that going to the list of maps while offline loses nothing, and coming back finds the same document.
 */
import type { MapConnection } from "./mapConnection.ts";

const kept = new Map<string, MapConnection>();

/** Edits that wait for the server; after a refusal or a final close nothing waits any more. */
const isWaiting = ({ saveState }: MapConnection): boolean =>
  saveState.pending > 0 &&
  (saveState.kind === "saving" || saveState.kind === "offline" || saveState.kind === "notSaved");

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

function release(connection: MapConnection): void {
  kept.delete(connection.mapId);
  if (kept.size === 0) window.removeEventListener("beforeunload", ask);
}

/** The connection that was left with unsaved edits, or else a new one made by `open`. */
export function takeConnection(mapId: string, open: () => MapConnection): MapConnection {
  const waiting = kept.get(mapId);
  if (!waiting) return open();
  release(waiting);
  return waiting;
}

/** Closes the connection of a map that is no longer shown, at once or when its last edit is saved. */
export function leaveConnection(connection: MapConnection): void {
  if (!isWaiting(connection)) {
    connection.destroy();
    return;
  }
  connection.provider.awareness.setLocalState(null);
  kept.set(connection.mapId, connection);
  window.addEventListener("beforeunload", ask);
  const stop = connection.subscribe(() => {
    if (kept.get(connection.mapId) !== connection) stop();
    else if (!isWaiting(connection)) {
      stop();
      release(connection);
      connection.destroy();
    }
  });
}
