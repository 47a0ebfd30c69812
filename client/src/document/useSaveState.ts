/** What is known about the connection, this person's rights, and their edits. */
import type { Role } from "@trellis/shared/access/can";
import type { Person } from "@trellis/shared/protocol/presence";
import { useMemo, useSyncExternalStore } from "react";
import { useConnection } from "./MapProvider.tsx";
import type { MapConnection } from "./mapConnection.ts";
import { readableText } from "./refusedText.ts";
import type { Phase, SaveState } from "./saveState.ts";

function useFrom<Value>(read: (connection: MapConnection) => Value): Value {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, () => read(connection));
}

export const useSaveState = (): SaveState => useFrom((connection) => connection.saveState);

export const usePhase = (): Phase => useFrom((connection) => connection.phase);

/** Null until the server has answered. */
export const useRole = (): Role | null => useFrom((connection) => connection.welcome?.role ?? null);

/** Who this tab is, as the server knows them; null until it has answered. */
export const useSelf = (): Person | null => useFrom((connection) => connection.welcome?.person ?? null);

/** True while edits are taken: role, no refusal, and a document that is the server's. Offline counts. */
export const useCanEdit = (): boolean => useFrom((connection) => connection.canEdit);

/** The words of every edit the server refused or never confirmed, one line each. */
export function useUnsavedText(): readonly string[] {
  const connection = useConnection();
  const state = useFrom((current) => current.saveState);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever the state of saving changes
  return useMemo(() => readableText(connection.unsavedUpdates()), [connection, state]);
}

/** Tries to connect now. */
export function useRetry(): () => void {
  const connection = useConnection();
  return useMemo(() => () => connection.retryNow(), [connection]);
}
