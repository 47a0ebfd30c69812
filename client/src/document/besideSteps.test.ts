import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { BesideSteps, hasWritten } from "./besideSteps.ts";

/** A document of words, a shelf beside it, and the steps of both. */
function desk() {
  const doc = new Y.Doc();
  const words = doc.getMap<string>("words");
  const manager = new Y.UndoManager(doc, { captureTimeout: 500, captureTransaction: hasWritten });
  const steps = new BesideSteps(manager);
  const shelf = new Set<string>();
  const write = (...keys: string[]) =>
    doc.transact(() => {
      for (const key of keys) words.set(key, key);
    });
  const lay = (name: string, since: object | null) => {
    shelf.add(name);
    steps.add({ back: () => shelf.delete(name), forth: () => shelf.add(name) }, since);
  };
  const seen = () => [...words.keys(), ...shelf].sort().join(" ");
  return { doc, words, steps, write, lay, seen };
}

describe("what is done beside the map", () => {
  it("goes and comes with the step it came with", () => {
    const { steps, write, lay, seen } = desk();
    const since = steps.last();
    write("cell");
    lay("mark", since);
    expect(seen()).toBe("cell mark");
    expect(steps.go("undo")).toBe(true);
    expect(seen()).toBe("");
    expect(steps.can("undo")).toBe(false);
    expect(steps.go("redo")).toBe(true);
    expect(seen()).toBe("cell mark");
    steps.go("undo");
    expect(seen()).toBe("");
  });

  it("is a step of its own where nothing was written, before the step below it", () => {
    const { steps, write, lay, seen } = desk();
    write("five");
    const since = steps.last();
    write();
    expect(steps.last()).toBe(since);
    lay("ten", since);
    lay("eleven", steps.last());
    write("six");
    const states: string[] = [];
    const walk = (way: "undo" | "redo") => {
      while (steps.can(way)) {
        expect(steps.go(way)).toBe(true);
        states.push(seen());
      }
    };
    walk("undo");
    walk("redo");
    expect(states).toEqual([
      "eleven five ten",
      "five ten",
      "five",
      "",
      "five",
      "five ten",
      "eleven five ten",
      "eleven five six ten",
    ]);
  });

  it("is a step where there is no other, and is not done again once something new was done", () => {
    const { steps, write, lay, seen } = desk();
    write();
    expect(steps.can("undo")).toBe(false);
    lay("mark", steps.last());
    expect(steps.can("undo")).toBe(true);
    steps.go("undo");
    expect(seen()).toBe("");
    expect(steps.can("redo")).toBe(true);
    write("cell");
    expect(steps.can("redo")).toBe(false);
    expect(steps.go("redo")).toBe(true);
    expect(seen()).toBe("cell");
  });

  it("says when what was written was written over by others, unless something beside it was taken back", () => {
    const { doc, steps, words, write, lay, seen } = desk();
    const removeRow = () => doc.transact(() => words.delete("row"), "another");
    write("row");
    removeRow();
    expect(steps.go("undo")).toBe(false);
    const since = steps.last();
    write("row");
    lay("mark", since);
    removeRow();
    expect(steps.go("undo")).toBe(true);
    expect(seen()).toBe("");
  });
});
