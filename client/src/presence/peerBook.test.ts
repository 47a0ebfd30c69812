import { describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { PeerBook } from "./peerBook.ts";

const PERSON = { id: "p1", name: "Housing team", organisation: "Combined Authority" };

/** An awareness in which others can be put without a network. */
function room() {
  const awareness = new Awareness(new Y.Doc());
  const setOther = (clientId: number, state: Record<string, unknown> | null) => {
    if (state) awareness.states.set(clientId, state);
    else awareness.states.delete(clientId);
    awareness.emit("change", [{ added: [], updated: [clientId], removed: [] }, "test"]);
  };
  return { awareness, setOther };
}

describe("who else is here", () => {
  it("leaves out this tab, strangers without a login and states that are no states", () => {
    const { awareness, setOther } = room();
    const book = new PeerBook(awareness);
    awareness.setLocalState({ person: PERSON });
    setOther(2, { cursor: [1, 2] });
    setOther(3, { person: "somebody" });
    setOther(4, { person: PERSON, cursor: "left", selection: 7, editing: {} });
    expect(book.peers()).toMatchObject([{ clientId: 4, name: "Housing team", selection: [], editing: null }]);
    expect(book.pointers().get(4)?.cursor).toBeNull();
    awareness.destroy();
  });

  it("does not wake the list of peers for a moving pointer", () => {
    const { awareness, setOther } = room();
    const book = new PeerBook(awareness);
    setOther(2, { person: PERSON });
    let lists = 0;
    let moves = 0;
    book.onPeers(() => lists++);
    book.onPointers(() => moves++);
    const before = book.peers();
    for (let step = 0; step < 5; step++) setOther(2, { person: PERSON, cursor: [step, 0] });
    expect([lists, moves]).toEqual([0, 5]);
    expect(book.peers()).toBe(before);
    setOther(2, { person: PERSON, selection: ["a"] });
    expect(lists).toBe(1);
    setOther(2, null);
    expect(book.peers()).toEqual([]);
    awareness.destroy();
  });
});
