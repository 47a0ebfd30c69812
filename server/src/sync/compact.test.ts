import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { CompactionError, compact } from "./compact.ts";

/** A map and the updates that made it, one by one. */
function history(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.getMap("map").set("title", "A map");
  for (let index = 0; index < 9; index++) {
    const card = new Y.Map<unknown>();
    card.set("$", { type: "project", title: `Card ${index}` });
    doc.getMap("cards").set(`card-${index}`, card);
    card.set("pos", [index, index]);
    doc.getXmlFragment(`body:card-${index}`).insert(0, [new Y.XmlElement("paragraph")]);
    if (index % 3 === 0) doc.getMap("cards").delete(`card-${index - 1}`);
  }
  return { doc, updates };
}

describe("compact", () => {
  it("[SYNC46] makes one snapshot that holds the same map, the same clocks and the same deletes", () => {
    const { doc, updates } = history();
    const [first, ...rest] = updates;
    const { bytes, stateVector } = compact(first as Uint8Array, rest);
    expect(stateVector).toEqual(Y.encodeStateVector(doc));
    const again = new Y.Doc();
    Y.applyUpdate(again, bytes);
    expect(again.getMap("cards").toJSON()).toEqual(doc.getMap("cards").toJSON());
    expect(Y.equalSnapshots(Y.snapshot(again), Y.snapshot(doc))).toBe(true);
    expect(compact(bytes, []).bytes).toEqual(bytes);
  });

  it("[SYNC48] refuses a log with a hole, whichever row is missing", () => {
    const { updates } = history();
    const [first, ...rest] = updates;
    // A row of deletes alone leaves no hole when it is missing; nothing builds on it.
    const built = rest
      .slice(0, -1)
      .flatMap((row, index) => (Y.decodeUpdate(row).structs.length > 0 ? index : []));
    expect(built.length).toBeGreaterThan(20);
    for (const missing of built) {
      const holed = rest.filter((_, index) => index !== missing);
      expect(() => compact(first as Uint8Array, holed), `row ${missing}`).toThrow(CompactionError);
    }
  });
});
