/**
 * Everyone else on the map, parsed. Two speeds: `peers` changes when somebody comes, goes, selects or edits; `pointers`
 * (cursor and drag) changes up to 20 times a second per person and is meant for a raw subscription, not for React.
 * A state that does not fit the schema is left out: presence is only decoration. This tab is never among them.
 */
import { type Person, type Presence, presenceSchema, type Sight } from "@trellis/shared/protocol/presence";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Awareness } from "y-protocols/awareness";
import { personColour } from "./colour.ts";

export interface Peer {
  /** One per tab. */
  readonly clientId: number;
  /** One per login: the same person in two tabs is one avatar. */
  readonly personId: string;
  readonly name: string;
  readonly organisation: string;
  readonly colour: string;
  /** Ids of selected cards, or of one link. */
  readonly selection: readonly string[];
  /** Card whose fields or text this person is editing. */
  readonly editing: string | null;
  /** Id of the view they are in; null when their page does not say. */
  readonly view: string | null;
  /** Cards and links they removed or took back last. */
  readonly removed: readonly string[];
  /** Client id of the tab they follow. */
  readonly following: number | null;
}

export interface Pointer {
  readonly clientId: number;
  readonly name: string;
  readonly colour: string;
  readonly cursor: readonly [number, number] | null;
  readonly drag: { readonly ids: readonly CardId[]; readonly by: readonly [number, number] } | null;
  /** What they look at; shown only to who follows them. */
  readonly sight: Sight | null;
}

/** A tab that has been on the map since it was opened here; names of changes may come after their author left. */
const MOST_KNOWN = 2_000;

export class PeerBook {
  #awareness: Awareness;
  #peers: readonly Peer[] = [];
  #pointers: ReadonlyMap<number, Pointer> = new Map();
  #known = new Map<number, Person>();
  #peerListeners = new Set<() => void>();
  #pointerListeners = new Set<() => void>();

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    awareness.on("change", this.#read);
    this.#read();
  }

  readonly peers = (): readonly Peer[] => this.#peers;
  readonly pointers = (): ReadonlyMap<number, Pointer> => this.#pointers;

  /** Who writes under this client id, also after they left; null when they were never seen. */
  readonly personOf = (clientId: number): Person | null => this.#known.get(clientId) ?? null;

  readonly onPeers = (listener: () => void): (() => void) => {
    this.#peerListeners.add(listener);
    return () => this.#peerListeners.delete(listener);
  };

  readonly onPointers = (listener: () => void): (() => void) => {
    this.#pointerListeners.add(listener);
    return () => this.#pointerListeners.delete(listener);
  };

  close(): void {
    this.#awareness.off("change", this.#read);
  }

  readonly #read = (): void => {
    const peers: Peer[] = [];
    const pointers = new Map<number, Pointer>();
    for (const [clientId, state] of this.#awareness.getStates()) {
      if (clientId === this.#awareness.clientID) continue;
      const parsed = presenceSchema.safeParse(state);
      if (!parsed.success || !parsed.data.person) continue;
      const { person, selection, editing, cursor, drag, view, following, sight, removed } =
        parsed.data as Presence & {
          person: Person;
        };
      if (this.#known.size < MOST_KNOWN) this.#known.set(clientId, person);
      const colour = personColour(person.id);
      peers.push({
        clientId,
        personId: person.id,
        name: person.name,
        organisation: person.organisation,
        colour,
        selection: selection ?? [],
        editing: editing ?? null,
        view: view ?? null,
        removed: removed ?? [],
        following: following ?? null,
      });
      pointers.set(clientId, {
        clientId,
        name: person.name,
        colour,
        cursor: cursor ?? null,
        drag: drag ?? null,
        sight: sight ?? null,
      });
    }
    peers.sort((one, other) => one.clientId - other.clientId);
    this.#pointers = pointers;
    for (const listener of this.#pointerListeners) listener();
    if (JSON.stringify(peers) === JSON.stringify(this.#peers)) return;
    this.#peers = peers;
    for (const listener of this.#peerListeners) listener();
  };
}
