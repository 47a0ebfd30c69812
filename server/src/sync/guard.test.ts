import { LIMITS } from "@trellis/shared/protocol/messages";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { guard, inspect, leftPending } from "./guard.ts";
import type { WriteFrame } from "./wire.ts";

/** A document as the server would hold it, with a card and some deleted text. */
function serverDoc(): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap("map").set("title", "A map");
  const card = new Y.Map<unknown>();
  card.set("$", { type: "project", title: "Retrofit" });
  doc.getMap("cards").set("card-1", card);
  return doc;
}

/** What a page does to its copy of the document, as the update it would send. */
function updateBy(doc: Y.Doc, act: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  copy.transact(() => act(copy));
  return Y.encodeStateAsUpdate(copy, before);
}

/** What becomes of a frame: the rule that refuses it, or how it is taken. */
function verdictOn(
  doc: Y.Doc,
  bytes: Uint8Array,
  kind: WriteFrame["kind"] = "update",
  canEdit = true,
): string {
  const inspected = inspect({ kind, bytes });
  if (inspected.refused) return `${inspected.refused.rule} ${inspected.refused.code}`;
  const verdict = guard(inspected.update, canEdit, doc);
  if (verdict.refused) return `${verdict.refused.rule} ${verdict.refused.code}`;
  return verdict.addsNothing ? "adds nothing" : "taken";
}

/** An update written by hand: clients with structs, no deletes. */
const byHand = (...bytes: number[]): Uint8Array => new Uint8Array(bytes);

describe("refused by the bytes alone", () => {
  it("[SYNC20] G1: an update above 64 kB, a step 2 above 4 MB", () => {
    const doc = serverDoc();
    const over = new Uint8Array(LIMITS.frameBytes + 1);
    expect(verdictOn(doc, over)).toBe("G1 too_large");
    expect(verdictOn(doc, new Uint8Array(LIMITS.firstSyncBytes + 1), "step2")).toBe("G1 too_large");
  });

  it("[SYNC21] G2: what is not a whole update of format V1", () => {
    const doc = serverDoc();
    const honest = updateBy(doc, (copy) => copy.getMap("map").set("place", "Bolton"));
    for (let length = 0; length < honest.length; length++) {
      expect(verdictOn(doc, honest.slice(0, length)), `cut after ${length} bytes`).toBe("G2 malformed");
    }
    const v2 = new Y.Doc();
    v2.getMap("map").set("title", "V2");
    expect(verdictOn(doc, Y.encodeStateAsUpdateV2(v2))).toBe("G2 malformed");
    expect(verdictOn(doc, byHand(0, 0, 7))).toBe("G2 malformed");
    // 2^25 structs are claimed and none is there.
    expect(verdictOn(doc, byHand(1, 128, 128, 128, 16, 1, 0))).toBe("G2 malformed");
  });

  it("[SYNC21] G2: structs without length, clocks out of range, deletes out of order", () => {
    const doc = serverDoc();
    // One client, one GC struct of length 0 at clock 0; no deletes.
    expect(verdictOn(doc, byHand(1, 1, 5, 0, 0, 0, 0))).toBe("G2 malformed");
    // A GC struct of length 2^31 + 1.
    expect(verdictOn(doc, byHand(1, 1, 5, 0, 0, 129, 128, 128, 128, 8, 0))).toBe("G2 malformed");
    // Two overlapping delete ranges of client 5.
    expect(verdictOn(doc, byHand(0, 1, 5, 2, 0, 3, 1, 3))).toBe("G2 malformed");
  });
});

describe("refused against the document", () => {
  it("[SYNC22] G0: anything new from who may only read; what adds nothing passes", () => {
    const doc = serverDoc();
    const change = updateBy(doc, (copy) => copy.getMap("map").set("place", "Bolton"));
    const removal = updateBy(doc, (copy) => copy.getMap("cards").delete("card-1"));
    expect(verdictOn(doc, change, "update", false)).toBe("G0 read_only");
    expect(verdictOn(doc, removal, "step2", false)).toBe("G0 read_only");
    expect(verdictOn(doc, Y.encodeStateAsUpdate(doc), "step2", false)).toBe("adds nothing");
    Y.applyUpdate(doc, removal);
    expect(verdictOn(doc, removal, "step2", false)).toBe("adds nothing");
  });

  it("[SYNC23] G2: more than 20,000 new structs, delete ranges or 64 new clients", () => {
    const doc = serverDoc();
    const many = new Y.Doc();
    for (let index = 0; index < 65; index++) {
      const one = new Y.Doc();
      one.getMap("map").set(`key${index}`, index);
      Y.applyUpdate(many, Y.encodeStateAsUpdate(one));
    }
    expect(verdictOn(doc, Y.encodeStateAsUpdate(many))).toBe("G2 too_large");

    const crowded = new Y.Doc();
    crowded.transact(() => {
      // Two keys in turn: consecutive structs are not merged.
      for (let index = 0; index < 20_001; index++) crowded.getMap("map").set(index % 2 ? "a" : "b", index);
    });
    expect(verdictOn(doc, Y.encodeStateAsUpdate(crowded), "step2")).toBe("G2 too_large");
    // The same once it is known: a full state sent again passes.
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(crowded));
    expect(verdictOn(doc, Y.encodeStateAsUpdate(doc), "step2")).toBe("adds nothing");
  });

  it("[SYNC24] G3 and G5: what builds on changes that are not here; nothing is left waiting", () => {
    const doc = serverDoc();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const steps: Uint8Array[] = [];
    copy.on("update", (update: Uint8Array) => steps.push(update));
    copy.getMap("map").set("place", "Bolton");
    copy.getMap("map").set("place", "Bury");
    expect(verdictOn(doc, steps[1] as Uint8Array)).toBe("G3 gap");

    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(copy));
    const attached = updateBy(other, (page) => page.getMap("map").set("place", "Oldham"));
    expect(verdictOn(doc, attached)).toBe("G5 gap");
    expect(verdictOn(doc, Y.mergeUpdates(steps))).toBe("taken");
    expect(leftPending(doc)).toBe(false);
  });

  it("[SYNC25] G6: roots a map does not have, and lists where it has keys", () => {
    const doc = serverDoc();
    expect(
      verdictOn(
        doc,
        updateBy(doc, (copy) => copy.getMap("other").set("a", 1)),
      ),
    ).toBe("G6 malformed");
    const list = new Y.Doc();
    list.getArray("cards").push(["hidden"]);
    expect(verdictOn(doc, Y.encodeStateAsUpdate(list))).toBe("G6 malformed");
    const body = new Y.Doc();
    body.getXmlFragment("body:card-1").insert(0, [new Y.XmlElement("paragraph")]);
    expect(verdictOn(doc, Y.encodeStateAsUpdate(body))).toBe("taken");
  });

  it("[SYNC26] G7: keys that reach a prototype or are too long, and types nested too deep", () => {
    const doc = serverDoc();
    for (const key of ["__proto__", "constructor", "prototype", "k".repeat(129)]) {
      expect(
        verdictOn(
          doc,
          updateBy(doc, (copy) => copy.getMap("map").set(key, 1)),
        ),
        key,
      ).toBe("G7 malformed");
    }
    const nest = (levels: number) => (copy: Y.Doc) => {
      let inner = copy.getMap("cards");
      for (let level = 0; level < levels; level++) {
        const next = new Y.Map<unknown>();
        inner.set("a", next);
        inner = next;
      }
    };
    expect(verdictOn(doc, updateBy(doc, nest(31)))).toBe("taken");
    expect(verdictOn(doc, updateBy(doc, nest(40)))).toBe("G7 malformed");
    // The same depth built up in several updates.
    Y.applyUpdate(doc, updateBy(doc, nest(31)));
    const deeper = updateBy(doc, (copy) => {
      let inner = copy.getMap("cards");
      for (let level = 0; level < 31; level++) inner = inner.get("a") as Y.Map<unknown>;
      nest(2)({ getMap: () => inner } as unknown as Y.Doc);
    });
    expect(verdictOn(doc, deeper)).toBe("G7 malformed");
  });

  /** A document with as many keys in a root as are given, and what a page adds to it. */
  function filled(root: "cards" | "links", count: number) {
    const doc = new Y.Doc();
    const stored = doc.getMap<unknown>(root);
    doc.transact(() => {
      for (let index = 0; index < count; index++) stored.set(`one-${index}`, null);
    });
    const adding = (...ids: string[]) => {
      const page = new Y.Doc();
      page.transact(() => {
        for (const id of ids) page.getMap(root).set(id, new Y.Map());
      });
      return Y.encodeStateAsUpdate(page);
    };
    return { doc, adding };
  }

  it("[SYNC29] G8: cards and links beyond those of a file", () => {
    for (const [root, most] of [
      ["cards", 10_000],
      ["links", 50_000],
    ] as const) {
      const { doc, adding } = filled(root, most - 1);
      expect(verdictOn(doc, adding("a", "b"))).toBe("G8 map_full");
      const last = adding("a");
      expect(verdictOn(doc, last)).toBe("taken");
      Y.applyUpdate(doc, last);
      expect(verdictOn(doc, adding("b"))).toBe("G8 map_full");
      expect(verdictOn(doc, last)).toBe("adds nothing");
    }
  });

  it("[SYNC29] G8: a full map takes every other change, and the undo of a removal", () => {
    const { doc, adding } = filled("cards", 9_999);
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
    const undo = new Y.UndoManager(page.getMap("cards"), { captureTimeout: 0 });
    /** Sends what the page has done since the server's state, and answers the verdict. */
    const sent = (act: () => void): string => {
      act();
      const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc));
      const verdict = verdictOn(doc, update);
      if (verdict === "taken") Y.applyUpdate(doc, update);
      return verdict;
    };
    const cards = page.getMap<Y.Map<unknown>>("cards");
    expect(sent(() => cards.set("a", new Y.Map([["title", "Last"]])))).toBe("taken");
    expect(sent(() => cards.get("a")?.set("title", "The last one"))).toBe("taken");
    expect(sent(() => cards.delete("a"))).toBe("taken");
    Y.applyUpdate(doc, adding("b"));
    expect(sent(() => undo.undo())).toBe("taken");
    expect(verdictOn(doc, adding("c"))).toBe("G8 map_full");
  });

  it("[SYNC27] G9: deletes of what nobody has written", () => {
    const doc = serverDoc();
    expect(verdictOn(doc, byHand(0, 1, 5, 1, 0, 3))).toBe("G9 gap");
  });
});

describe("taken", () => {
  it("[SYNC28] every update of an honest page, sent one by one or all at once", () => {
    const doc = serverDoc();
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
    let count = 0;
    page.on("update", (update: Uint8Array) => {
      expect(verdictOn(doc, update)).toBe("taken");
      Y.applyUpdate(doc, update);
      count++;
    });
    const undo = new Y.UndoManager([page.getMap("cards"), page.getMap("map")]);
    const body = page.getXmlFragment("body:card-1");
    for (let round = 0; round < 50; round++) {
      page.getMap("map").set("title", `Round ${round}`);
      const card = new Y.Map<unknown>();
      card.set("$", { type: "project", title: `Card ${round}` });
      page.getMap("cards").set(`new-${round}`, card);
      card.set("pos", [round, round]);
      body.insert(0, [new Y.XmlText(`Line ${round}`)]);
      if (round % 3 === 0) page.getMap("cards").delete(`new-${round - 1}`);
      if (round % 5 === 0) body.delete(0, 1);
      if (round % 7 === 0) {
        undo.undo();
        undo.redo();
      }
      undo.stopCapturing();
    }
    expect(count).toBeGreaterThan(200);
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(page));
    expect(leftPending(doc)).toBe(false);

    const late = serverDoc();
    expect(verdictOn(late, Y.encodeStateAsUpdate(page), "step2")).toBe("taken");
  });
});
