import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY } from "../../../tests/support/derivations.ts";
import { editField } from "../ops/cards.ts";
import { edit, LocalOrigin } from "../ops/edit.ts";
import { placeCards } from "../ops/layout.ts";
import { observeMap } from "../read/observe.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { answer, question, source } from "./ask.ts";
import { healthCheck } from "./health/healthCheck.ts";
import { actorLoads } from "./loads.ts";
import { matrixRows } from "./matrix.ts";
import { facts, today } from "./parts.ts";

const id = (text: string) => text as CardId;

function liveMap() {
  const map = new MapDoc(
    aMap()
      .withCard({ id: "m", type: "mission", status: "idea" })
      .withCard({ id: "p", type: "project", home: "m", status: "idea", level: "municipal" })
      .withCard({ id: "a", type: "actor", level: "municipal" })
      .withLink({ type: "responsible", from: "a", to: "p", role: "accountable" })
      .doc(),
  );
  let newest = observeMap(map, (snapshot) => {
    newest = snapshot;
  }).first;
  return {
    shown: () => newest,
    set: (card: string, field: string, value: unknown) =>
      edit(map, new LocalOrigin(), (draft) => editField(draft, { card: id(card), field, value })),
    move: (card: string) =>
      edit(map, new LocalOrigin(), (draft) =>
        placeCards(draft, { cards: [{ id: id(card), pos: [10, 20] }] }),
      ),
  };
}

describe("asking a map", () => {
  it("[DER1] works out again only what an edit touched, and what only looks different stays the same", () => {
    let projects = 0;
    let sums = 0;
    const deliveries = question((ask) => {
      projects += 1;
      return ask(facts("project")).filter((project) => project.status === "in_delivery").length;
    });
    const doubled = question((ask) => {
      sums += 1;
      return ask(deliveries) * 2;
    });
    const map = liveMap();
    const asked = () => answer(doubled, map.shown(), TODAY);
    expect([asked(), projects, sums]).toEqual([0, 1, 1]);
    map.set("a", "level", "national");
    expect([asked(), projects, sums]).toEqual([0, 1, 1]);
    map.set("p", "status", "approved");
    // The project was read again, but the count above it has not changed.
    expect([asked(), projects, sums]).toEqual([0, 2, 1]);
    map.set("p", "status", "in_delivery");
    expect([asked(), projects, sums]).toEqual([2, 3, 2]);
  });

  it("[DER1] leaves every derivation alone while a title is typed or a card is moved", () => {
    const map = liveMap();
    const all = () =>
      [healthCheck, actorLoads, matrixRows].map((asked) => answer<unknown>(asked, map.shown(), TODAY));
    const before = all();
    map.set("p", "title", "A better name");
    map.set("m", "summary", "In other words");
    map.move("p");
    for (const [index, now] of all().entries()) expect(now).toBe(before[index]);
    map.set("a", "sector", "public");
    expect(all()[0]).not.toBe(before[0]);
  });

  it("[DER2] gives the same answer for an old snapshot after a newer one, and for another day", () => {
    const statuses = question((ask) =>
      ask(facts("project")).map((project) => `${project.status} ${ask(today)}`),
    );
    const map = liveMap();
    const old = map.shown();
    const asked = (snapshot = map.shown(), day = TODAY.today) => answer(statuses, snapshot, { today: day });
    expect(asked()).toEqual(["idea 2026-01-31"]);
    map.set("p", "status", "paused");
    expect(asked()).toEqual(["paused 2026-01-31"]);
    expect(asked(old)).toEqual(["idea 2026-01-31"]);
    expect(asked(old, "2027-01-01")).toEqual(["idea 2027-01-01"]);
    expect(asked()).toEqual(["paused 2026-01-31"]);
  });

  it("[DER2] keeps what is asked with one argument apart from another", () => {
    const echo = question((ask, argument) => `${argument} ${ask(facts("project")).length}`);
    const map = liveMap();
    expect(answer(echo, map.shown(), TODAY, "one")).toBe("one 1");
    expect(answer(echo, map.shown(), TODAY, "two")).toBe("two 1");
    expect(answer(echo, map.shown(), TODAY, "one")).toBe("one 1");
  });

  it("[DER2] answers as before when it is asked with more arguments than it keeps", () => {
    const echo = question((ask, argument) => `${argument} ${ask(facts("project")).length}`);
    const map = liveMap().shown();
    for (let round = 0; round < 2; round++)
      for (let index = 0; index < 1200; index++)
        expect(answer(echo, map, TODAY, `${index}`)).toBe(`${index} 1`);
  });

  it("[DER2] mixes no two maps up, however many are asked in turn", () => {
    const titles = source(
      ({ settings }) => settings,
      (settings) => settings.title,
    );
    const maps = Array.from({ length: 9 }, (_, index) => aMap(`Map ${index}`).snapshot());
    for (let round = 0; round < 2; round++) {
      for (const [index, map] of maps.entries()) expect(answer(titles, map, TODAY)).toBe(`Map ${index}`);
    }
  });

  it("[DER1] keeps nothing of a question that fails", () => {
    let fails = true;
    const fragile = question(() => {
      if (fails) throw new Error("Not now.");
      return 1;
    });
    const map = liveMap();
    expect(() => answer(fragile, map.shown(), TODAY)).toThrow("Not now.");
    fails = false;
    expect(answer(fragile, map.shown(), TODAY)).toBe(1);
  });
});
