/**
 * Who else is here. API of this folder:
 * - `<PresenceProvider>` inside `<MapProvider>`
 * - `usePeers()`: other tabs on this map without cursors; re-renders when someone comes, goes, selects, edits or follows
 * - `usePeerPointers()`: {get(): Map<clientId, Pointer>, subscribe(listener)} for drawing cursors and drags without React
 * - `useSetPresence()` -> `setPresence({cursor?, selection?, drag?, editing?, view?})`, at most 20 a second; `null` clears
 * - `useOwnClientId()`, `usePersonOf()`; following is in `follow.ts` and `useFollow.ts`
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useConnection } from "../document/MapProvider.tsx";
import { useSelf } from "../document/useSaveState.ts";
import { personColour } from "./colour.ts";
import { type OwnPresence, PresenceOutbox } from "./outbox.ts";
import { type Peer, PeerBook, type Pointer } from "./peerBook.ts";

interface Presences {
  readonly book: PeerBook;
  readonly set: (patch: OwnPresence) => void;
}

const PresenceContext = createContext<Presences | null>(null);

export function PresenceProvider({ children }: { readonly children: ReactNode }) {
  const { awareness } = useConnection().provider;
  const self = useSelf();
  const [presences, setPresences] = useState<Presences | null>(null);
  useEffect(() => {
    const book = new PeerBook(awareness);
    const outbox = new PresenceOutbox((state) =>
      awareness.setLocalState({ ...awareness.getLocalState(), ...state }),
    );
    setPresences({ book, set: (patch) => outbox.set(patch) });
    return () => {
      outbox.close();
      book.close();
    };
  }, [awareness]);
  useEffect(() => {
    if (self && presences) presences.set({ user: { name: self.name, color: personColour(self.id) } });
  }, [self, presences]);
  return presences && <PresenceContext value={presences}>{children}</PresenceContext>;
}

function usePresences(): Presences {
  const presences = useContext(PresenceContext);
  if (!presences) throw new Error("used outside <PresenceProvider>");
  return presences;
}

export function usePeers(): readonly Peer[] {
  const { book } = usePresences();
  return useSyncExternalStore(book.onPeers, book.peers);
}

/** The id under which this tab is known to the others. */
export const useOwnClientId = (): number => useConnection().provider.awareness.clientID;

/** Who writes under a client id; also for people who have left meanwhile. */
export const usePersonOf = (): PeerBook["personOf"] => usePresences().book.personOf;

export interface PeerPointers {
  readonly get: () => ReadonlyMap<number, Pointer>;
  readonly subscribe: (listener: () => void) => () => void;
}

export function usePeerPointers(): PeerPointers {
  const { book } = usePresences();
  return useMemo(() => ({ get: book.pointers, subscribe: book.onPointers }), [book]);
}

export const useSetPresence = (): ((patch: OwnPresence) => void) => usePresences().set;
