import { expect, it } from "vitest";
import * as Y from "yjs";
import { aMap } from "../../../tests/support/builders.ts";
import { missionTree } from "../derive/tree.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { removeCard } from "./cards.ts";
import { edit, LocalOrigin, RemoteOrigin } from "./edit.ts";

const id = (text: string) => text as CardId;

const family = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c" })
  .withCard({ id: "q", type: "project", home: "c" })
  .withCard({ id: "a", type: "actor" })
  .withLink({ type: "responsible", from: "a", to: "p", role: "accountable" })
  .withLink({ type: "responsible", from: "a", to: "q", role: "responsible" });

it("[OP8] two people who remove a parent and its child at once agree, whichever way the parent's children went", () => {
  for (const children of ["parent", "none", "remove"] as const) {
    const one = new MapDoc(family.doc());
    const other = new MapDoc(new Y.Doc());
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc));
    const undo = new Y.UndoManager(one.doc, { trackedOrigins: new Set([LocalOrigin]) });
    edit(one, new LocalOrigin(), (draft) => removeCard(draft, { card: id("c"), children }));
    edit(other, new LocalOrigin(), (draft) => removeCard(draft, { card: id("p"), children: "parent" }));
    const remote = new RemoteOrigin();
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), remote);
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc), remote);
    const read = takeSnapshot(one);
    expect(takeSnapshot(other)).toEqual(read);
    const kept = children === "remove" ? ["a", "m"] : ["a", "m", "q"];
    expect([...read.cards.keys()]).toEqual(kept);
    expect([...read.links.values()].every(({ from, to }) => read.cards.has(from) && read.cards.has(to))).toBe(
      true,
    );

    // Taking it back brings all that this removal took, its links among it, and nothing that points nowhere.
    undo.undo();
    const back = takeSnapshot(one);
    const restored = children === "remove" ? ["p", "q"] : ["q"];
    expect(missionTree(back.cards).children.get(id("c"))).toEqual(restored);
    expect([...back.links.values()].map(({ to }) => to).sort()).toEqual(restored);
  }
});
