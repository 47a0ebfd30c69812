import { addCard } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { fieldsOfAll } from "./fieldsOfAll.ts";
import { editMany, moveMany, tagMany } from "./manyEdits.ts";

const here = new LocalOrigin();
const id = (text: string) => text as CardId;

function mapOf(...types: CardType[]) {
  const map = new MapDoc(new Y.Doc());
  edit(map, here, (draft) => {
    for (const [index, type] of types.entries()) addCard(draft, { id: id(`${type}${index}`), type });
  });
  return map;
}
const cardsOf = (map: MapDoc) => [...takeSnapshot(map).cards.values()];

describe("many cards at once", () => {
  it("offers what all of them have, and nothing that means different things", () => {
    const names = (...types: CardType[]) => fieldsOfAll(cardsOf(mapOf(...types))).map(({ name }) => name);
    expect(names("project", "challenge")).toEqual(["status", "level", "domains", "phase"]);
    expect(names("project", "decision")).toEqual([]);
    expect(names("project", "project")).toEqual(expect.arrayContaining(["maturity", "start", "end"]));
    expect(names("project", "instrument")).toContain("start");
    expect(names("project", "instrument")).not.toContain("end");
    expect(names("actor", "project")).toEqual(["level"]);
  });

  it("says where they agree and where they do not", () => {
    const map = mapOf("project", "project");
    const level = () => fieldsOfAll(cardsOf(map)).find(({ name }) => name === "level");
    expect(level()).toMatchObject({ value: null, mixed: false });
    edit(map, here, (draft) =>
      editMany(draft, { cards: [id("project0")], field: "level", value: "national" }),
    );
    expect(level()).toMatchObject({ value: null, mixed: true });
    edit(map, here, (draft) =>
      editMany(draft, {
        cards: [id("project0"), id("project1"), id("gone")],
        field: "level",
        value: "national",
      }),
    );
    expect(level()).toMatchObject({ value: "national", mixed: false });
  });

  it("adds and takes away one tag and leaves the others", () => {
    const map = mapOf("project", "actor");
    const cards = [id("project0"), id("actor1")];
    edit(map, here, (draft) => tagMany(draft, { cards: [id("actor1")], lens: "sdg", tag: 7, on: true }));
    edit(map, here, (draft) => tagMany(draft, { cards, lens: "sdg", tag: 13, on: true }));
    expect(cardsOf(map).map(({ lenses }) => lenses?.sdg)).toEqual([[7, 13], [13]]);
    edit(map, here, (draft) => tagMany(draft, { cards, lens: "sdg", tag: 13, on: false }));
    expect(cardsOf(map).map(({ lenses }) => lenses?.sdg)).toEqual([[7], undefined]);
  });

  it("moves all in order, as one step that undo takes back", () => {
    const map = mapOf("mission", "challenge", "challenge");
    const undo = new Y.UndoManager(map.doc, { trackedOrigins: new Set([LocalOrigin]), captureTimeout: 0 });
    const cards = [id("challenge2"), id("challenge1")];
    edit(map, here, (draft) => moveMany(draft, { cards, home: id("mission0") }));
    const [one, two] = cards.map((card) => takeSnapshot(map).cards.get(card));
    expect([one?.home, two?.home]).toEqual(["mission0", "mission0"]);
    expect((one?.order ?? "") < (two?.order ?? "")).toBe(true);
    undo.undo();
    expect(cardsOf(map).every(({ home }) => home === null)).toBe(true);
  });
});
