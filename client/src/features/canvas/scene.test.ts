import { laneLayout, SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import { addCard, editField, removeCard } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { placeCards } from "@trellis/shared/ops/layout";
import { addLink } from "@trellis/shared/ops/links";
import { observeMap } from "@trellis/shared/read/observe";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc, type MapDraft } from "@trellis/shared/schema/mapDoc";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { centreOf } from "./geometry.ts";
import { Scene, type SceneChange } from "./scene.ts";

const id = (text: string) => text as CardId;

function aScene() {
  const map = new MapDoc(
    aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({ id: "c", type: "challenge", home: "m" })
      .withCard({ id: "p1", type: "project", home: "c", level: "municipal", status: "in_delivery" })
      .withCard({ id: "p2", type: "project", home: "c", level: "municipal" })
      .withCard({ id: "a", type: "actor", level: "national" })
      .withCard({ id: "k", type: "indicator" })
      .withLink({ type: "responsible", from: "a", to: "p1", role: "accountable" })
      .withLink({ type: "measures", from: "k", to: "p1" })
      .doc(),
  );
  const scene = new Scene(SHOWN_BY_DEFAULT);
  const changes: SceneChange[] = [];
  const { first } = observeMap(map, (snapshot, change) => changes.push(scene.follow(snapshot, change)));
  scene.follow(first, null);
  const run = <Args>(op: (draft: MapDraft, args: Args) => unknown, args: Args): SceneChange => {
    edit(map, new LocalOrigin(), (draft) => op(draft, args));
    return changes.at(-1) as SceneChange;
  };
  return { scene, run };
}

describe("Scene", () => {
  it("places shown cards only, and draws links only between them", () => {
    const { scene } = aScene();
    expect(scene.rectOf(id("p1"))).toBeDefined();
    expect(scene.rectOf(id("k"))).toBeUndefined();
    expect(scene.lines.map(({ kind }) => kind).sort()).toEqual([
      "accountable",
      "part_of",
      "part_of",
      "part_of",
    ]);
    scene.show(new Set([...SHOWN_BY_DEFAULT, "indicator"]));
    expect(scene.rectOf(id("k"))).toBeDefined();
    expect(scene.lines.some(({ kind }) => kind === "measures")).toBe(true);
  });

  it("works out again only what a change touched", () => {
    const { scene, run } = aScene();
    const before = scene.face(id("p2"));
    const lines = scene.lines;
    const change = run(editField, { card: id("p1"), field: "title", value: "Buses" });
    expect([...change.cards]).toEqual(["p1"]);
    expect(change.ground).toBe(false);
    expect(scene.face(id("p1"))?.title).toBe("Buses");
    expect(scene.face(id("p2"))).toBe(before);
    expect(scene.lines).toBe(lines);
  });

  it("restates the parent when a child comes and the actor when a duty comes", () => {
    const { scene, run } = aScene();
    const added = run(addCard, { type: "project", home: id("c"), fields: { title: "New" } });
    expect(added.cards.has(id("c"))).toBe(true);
    expect(scene.face(id("c"))?.remarks[0]).toEqual({ key: "project", values: { count: 3 } });
    const linked = run(addLink, {
      type: "responsible",
      from: id("a"),
      to: id("p2"),
      fields: { role: "accountable" },
    });
    expect(linked.cards.has(id("a"))).toBe(true);
    expect(scene.face(id("a"))?.remarks[0]).toEqual({ key: "accountable", values: { count: 2 } });
  });

  it("lays out anew for a duty, which orders actors, and not for a link that places nobody", () => {
    const { scene, run } = aScene();
    const { layout } = scene;
    const lines = scene.lines.length;
    run(addLink, { type: "relates_to", from: id("p1"), to: id("p2") });
    expect(scene.layout).toBe(layout);
    expect(scene.lines).toHaveLength(lines + 1);
    expect(laneLayout(scene.snapshot)).toEqual(layout);
    run(addLink, { type: "responsible", from: id("a"), to: id("p2"), fields: { role: "accountable" } });
    expect(scene.layout).not.toBe(layout);
    run(addLink, { type: "measures", from: id("k"), to: id("p2") });
    expect(laneLayout(scene.snapshot)).toEqual(scene.layout);
  });

  it("moves a placed card and its links", () => {
    const { scene, run } = aScene();
    const from = scene.rectOf(id("p1"));
    const change = run(placeCards, { cards: [{ id: id("p1"), pos: [900, 300] as const }] });
    const to = scene.rectOf(id("p1"));
    expect(to).not.toEqual(from);
    expect(change.ground).toBe(true);
    const line = scene.linesAt(id("p1")).find(({ kind }) => kind === "accountable");
    const ends = line?.route.flatMap(({ x0, x3 }) => [x0, x3]) ?? [];
    // The card now stands to the right of its actor.
    expect(ends).toContain(to?.x);
  });

  it("shows what others move before it is laid out, and lays out the same as if it had followed at once", () => {
    const map = new MapDoc(
      aMap()
        .withCard({ id: "p1", type: "project", level: "municipal" })
        .withCard({ id: "p2", type: "project", level: "municipal" })
        .doc(),
    );
    const ahead = new Scene(SHOWN_BY_DEFAULT);
    const direct = new Scene(SHOWN_BY_DEFAULT);
    let wentAhead: boolean | null = null;
    const { first } = observeMap(map, (snapshot, change) => {
      wentAhead = ahead.followAhead(snapshot, change);
      direct.follow(snapshot, change);
    });
    for (const scene of [ahead, direct]) scene.follow(first, null);
    const card = id("p1");
    edit(map, new LocalOrigin(), (draft) => placeCards(draft, { cards: [{ id: card, pos: [200, 24] }] }));
    expect(wentAhead).toBe(true);
    ahead.drag(ahead.ahead);
    expect(ahead.rectOf(card)).toEqual(direct.rectOf(card));
    expect([...ahead.catchUp().cards]).toContain(card);
    ahead.drag(ahead.ahead);
    for (const each of [card, id("p2")]) expect(ahead.rectOf(each)).toEqual(direct.rectOf(each));
    edit(map, new LocalOrigin(), (draft) => editField(draft, { card, field: "title", value: "Buses" }));
    expect(wentAhead).toBe(false);
  });

  it("lays a drag over the document's places until it ends", () => {
    const { scene } = aScene();
    const rect = scene.rectOf(id("p1"));
    if (!rect) throw new Error("p1 is shown");
    scene.drag(new Map([[id("p1"), [400, 250]]]));
    expect(scene.rectOf(id("p1"))).toEqual({ ...rect, x: rect.x + 400, y: rect.y + 250 });
    expect(scene.cardAt({ x: centreOf(rect).x + 400, y: centreOf(rect).y + 250 })).toBe("p1");
    expect(scene.cardAt(centreOf(rect))).toBeNull();
    expect([...scene.drag(new Map())]).toEqual(["p1"]);
    expect(scene.cardAt(centreOf(rect))).toBe("p1");
  });

  it("forgets a removed card, its place and its links", () => {
    const { scene, run } = aScene();
    run(removeCard, { card: id("p1"), children: "parent" });
    expect(scene.rectOf(id("p1"))).toBeUndefined();
    expect(scene.face(id("p1"))).toBeNull();
    expect(scene.linesAt(id("a"))).toEqual([]);
  });

  it("finds the stored link under a pointer, and none that is not drawn", () => {
    const { scene } = aScene();
    const line = scene.linesAt(id("a"))[0];
    const start = line?.route[0];
    if (!line || !start) throw new Error("a has a link");
    const point = { x: start.x0, y: start.y0 };
    expect(scene.linkAt(point, 5, () => true)).toBe(line.id);
    expect(scene.linkAt(point, 5, () => false)).toBeNull();
    expect(scene.linkAt({ x: -9_000, y: -9_000 }, 5, () => true)).toBeNull();
  });

  it("shows some cards alone, each where it stands anyway, also when others come meanwhile", () => {
    const { scene, run } = aScene();
    const places = new Map(scene.grid.entries());
    const lines = scene.lines.length;
    scene.showOnly(new Set([id("c"), id("p2")]));
    expect(new Map(scene.grid.entries())).toEqual(
      new Map([...places].filter(([card]) => ["c", "p2"].includes(card))),
    );
    expect(scene.lines.map(({ from, to }) => [from, to])).toEqual([["c", "p2"]]);
    run(addCard, { id: id("new"), type: "project", home: id("c") });
    expect([...scene.grid.entries()].map(([card]) => card).sort()).toEqual(["c", "p2"]);
    scene.showOnly(null);
    expect([...scene.grid.entries()]).toHaveLength(places.size + 1);
    expect(scene.lines).toHaveLength(lines + 1);
  });

  it("marks cards with their findings, and draws again only cards whose mark changed", () => {
    const { scene } = aScene();
    const faces = () => ["c", "p1", "p2"].map((card) => scene.face(id(card)));
    const [c, p1, p2] = faces();
    const first = scene.mark(
      new Map([
        [id("c"), 2],
        [id("p1"), 1],
      ]),
    );
    expect([...first.cards]).toEqual(["c", "p1"]);
    expect(first.ground).toBe(false);
    expect(faces().map((face) => face?.findings)).toEqual([2, 1, 0]);
    expect(scene.face(id("p2"))).toBe(p2);
    const marked = scene.face(id("c"));
    // p1 is mended, c stays as it is.
    expect([...scene.mark(new Map([[id("c"), 2]])).cards]).toEqual(["p1"]);
    expect(scene.face(id("c"))).toBe(marked);
    expect(scene.face(id("p1"))).toEqual(p1);
    scene.mark(new Map());
    expect(scene.face(id("c"))).toEqual(c);
  });
});
