/**
 * The editor's view of presence. Its library keeps the caret in a field called `cursor`, which on a map is the pointer
 * on the canvas; here that name stands for our field `caret`. It is told of changes of carets and names only, so that
 * pointers moving on the canvas never redraw a text.
 */
import type { Awareness } from "y-protocols/awareness";

type State = Record<string, unknown>;
type Listener = (...args: unknown[]) => void;

const asEditor = ({ caret, ...state }: State): State => ({ ...state, cursor: caret ?? null });

const caretsOf = (awareness: Awareness): string =>
  JSON.stringify([...awareness.getStates()].map(([id, state]) => [id, state.caret, state.user]));

/** What the editor's extension calls; nothing else of an awareness is used by it. */
export function caretAwareness(awareness: Awareness) {
  const wrapped = new Map<Listener, Listener>();
  const states = () =>
    new Map<number, State>([...awareness.getStates()].map(([id, state]) => [id, asEditor(state)]));
  return {
    clientID: awareness.clientID,
    doc: awareness.doc,
    getStates: states,
    get states() {
      return states();
    },
    getLocalState: () => {
      const state = awareness.getLocalState();
      return state && asEditor(state);
    },
    setLocalStateField: (field: string, value: unknown) => {
      // The name and colour are set by presence/, from the login.
      if (field === "cursor") awareness.setLocalStateField("caret", value);
    },
    on: (event: "change" | "update", listener: Listener) => {
      let last = caretsOf(awareness);
      const onlyCarets: Listener = (...args) => {
        const now = caretsOf(awareness);
        if (now === last) return;
        last = now;
        listener(...args);
      };
      wrapped.set(listener, onlyCarets);
      awareness.on(event, onlyCarets);
    },
    off: (event: "change" | "update", listener: Listener) => {
      const onlyCarets = wrapped.get(listener);
      if (onlyCarets) awareness.off(event, onlyCarets);
      wrapped.delete(listener);
    },
  };
}
