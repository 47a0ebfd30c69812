import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import type { CardId } from "../schema/ids.ts";
import { answer } from "./ask.ts";
import { lensByChallenge, lenses, lensTable } from "./lensTags.ts";
import { blockHints } from "./ratingHints.ts";
import { latest, ratedLenses, ratings, spreadOf } from "./ratings.ts";

const rating = (score: number, date: string | null, more = {}) => ({
  lens: "block",
  item: "culture",
  score,
  date,
  ...more,
});
const rated = (...assessments: object[]) =>
  answer(ratings, aMap().withCard({ id: "m", type: "mission", assessments }).snapshot(), TODAY, "block");

describe("ratings", () => {
  it("[DER11] gives the median and the quartiles of what people said", () => {
    // Sorted 0 1 2 3 4: median 2, quartiles 1 and 3. Of 1 2 4 4: median 3, quartiles 1.75 and 4.
    expect(spreadOf("a", [4, 0, 3, 1, 2])).toEqual({
      item: "a",
      median: 2,
      lowerQuartile: 1,
      upperQuartile: 3,
      least: 0,
      most: 4,
      raters: 5,
    });
    expect(spreadOf("a", [4, 1, 4, 2])).toMatchObject({ median: 3, lowerQuartile: 1.75, upperQuartile: 4 });
    expect(spreadOf("a", [3])).toMatchObject({ median: 3, lowerQuartile: 3, upperQuartile: 3, raters: 1 });
    expect(spreadOf("a", [])).toEqual({
      item: "a",
      median: null,
      lowerQuartile: null,
      upperQuartile: null,
      least: null,
      most: null,
      raters: 0,
    });
  });

  it("[DER11] shows every axis of the lens, those nobody rated as not known", () => {
    const [one] = rated(rating(3, "2025-01-01"), rating(4, "2025-01-01", { item: "laughter" }));
    const items = one?.rounds[0]?.items ?? [];
    expect(items.map(({ item, median }) => [item, median])).toEqual([
      ["champions", null],
      ["intermediaries", null],
      ["participation", null],
      ["culture", 3],
      ["resources", null],
      ["accountability", null],
      ["indicators", null],
      ["laughter", 4],
    ]);
    expect(rated()[0]?.rounds).toEqual([]);
  });

  it("[DER11] parts rounds by workshop, and by more than 31 days", () => {
    const rounds = rated(
      rating(0, "2024-01-01"),
      rating(1, "2024-02-01"),
      rating(2, "2024-03-04"),
      rating(3, "2024-02-20", { workshopId: "w1" }),
      rating(4, "2024-02-21", { workshopId: "w1" }),
      rating(4, null),
    )[0]?.rounds;
    expect(
      rounds?.map(({ day, workshopId, items }) => [day, workshopId, items[3]?.median, items[3]?.raters]),
    ).toEqual([
      [null, null, 4, 1],
      ["2024-02-01", null, 0.5, 2],
      ["2024-02-21", "w1", 3.5, 2],
      ["2024-03-04", null, 2, 1],
    ]);
  });

  it("[DER11] makes no round of ratings dated after today, and tells how many there are", () => {
    const all = rated(
      rating(1, "2025-06-01"),
      rating(3, "2099-01-01"),
      rating(4, "2026-02", { workshopId: "w" }),
      rating(2, "2026-01-31"),
    );
    expect(all[0]?.rounds.map(({ day }) => day)).toEqual(["2025-06-01", "2026-01-31"]);
    expect(all[0]?.ahead).toBe(2);
    expect(latest(all, "m" as CardId, "culture")).toMatchObject({ median: 2, raters: 1 });
  });

  it("[DER11] leaves out what is no rating and belongs to another lens, and finds the latest", () => {
    const all = rated(rating(2, "2024"), rating(4, "2025"), rating(1, "2025", { lens: "criteria" }), {
      lens: "block",
      item: "culture",
      date: "2026",
    });
    expect(latest(all, "m" as CardId, "culture")).toMatchObject({ median: 4, raters: 1 });
    expect(latest(all, "m" as CardId, "bold")).toBeNull();
    expect(latest(all, "elsewhere" as CardId, "culture")).toBeNull();
  });

  it("[DER11] rates a lens of the map's own like any other", () => {
    const snapshot = aMap()
      .withCard({
        id: "m",
        type: "mission",
        assessments: [{ lens: "plan", item: "Safer", score: 2, date: "2025" }],
      })
      .snapshot();
    const ownLenses = [
      { id: "plan", name: "Corporate plan", values: ["Safer", "Fairer"], rated: true },
      { id: "tags", name: "Only tags", values: ["x"] },
    ] as never;
    const map = { ...snapshot, settings: { ...snapshot.settings, ownLenses } };
    expect([...answer(ratedLenses, map, TODAY).keys()]).toEqual(["block", "criteria", "dac", "plan"]);
    expect(
      answer(ratings, map, TODAY, "plan")[0]?.rounds[0]?.items.map(({ item, median }) => [item, median]),
    ).toEqual([
      ["Safer", 2],
      ["Fairer", null],
    ]);
    expect(answer(lenses, map, TODAY).get("tags")).toEqual(["x"]);
  });

  it("[DER11] gives hints from the map beside the ratings, never in them", () => {
    const manchester = templateSnapshot("greater-manchester-2038");
    const hints = answer(blockHints, manchester, TODAY, "m-2038");
    expect(hints.map(({ item, count, of }) => [item, count, of])).toEqual([
      // The mayor and one foundation; one partnership and the combined authority.
      ["champions", 2, null],
      ["intermediaries", 2, null],
      ["participation", 4, null],
      ["culture", 8, 21],
      ["resources", 8, 8],
      ["accountability", 19, 21],
      ["indicators", 17, 19],
    ]);
    expect(answer(ratings, manchester, TODAY, "block")[0]?.rounds).toEqual([]);
    expect(hints.every(({ waiting }) => waiting === 0)).toBe(true);
  });

  it("[DER11] counts no prompt in a hint, and says how many wait to be filled in", () => {
    const community = templateSnapshot("learning-community");
    expect(
      answer(blockHints, community, TODAY, "m-learn").map(({ item, count, waiting }) => [
        item,
        count,
        waiting,
      ]),
    ).toEqual([
      ["champions", 0, 0],
      // "Intermediary (name yours)" is to convene the mission.
      ["intermediaries", 0, 1],
      ["participation", 0, 0],
      ["culture", 0, 7],
      ["resources", 0, 7],
      ["accountability", 0, 7],
      ["indicators", 0, 7],
    ]);
  });
});

describe("cards by the tags of a lens", () => {
  const manchester = templateSnapshot("greater-manchester-2038");

  it("[DER12] gathers the cards of every value, those without tags apart", () => {
    const table = answer(lensTable, manchester, TODAY, "sphere");
    expect(table.groups.map(({ value, count }) => [value, count])).toEqual([
      ["operations", 8],
      ["capital", 10],
      ["collective_impact", 7],
    ]);
    expect(table.untagged.get("actor")).toHaveLength(45);
    expect(table.tags.get("p-retrofitgm" as CardId)).toEqual(["capital", "collective_impact"]);
  });

  it("[DER12] keeps a tag that the lens does not list any more, after those it does", () => {
    const snapshot = aMap()
      .withCard({ id: "p", type: "project", lenses: { plan: ["Gone", "Fairer"] } })
      .withCard({ id: "q", type: "project", lenses: { plan: ["Fairer", "Fairer"] } })
      .snapshot();
    const ownLenses = [{ id: "plan", name: "Plan", values: ["Safer", "Fairer"] }] as never;
    const table = answer(
      lensTable,
      { ...snapshot, settings: { ...snapshot.settings, ownLenses } },
      TODAY,
      "plan",
    );
    expect(table.groups.map(({ value, listed, count }) => [value, listed, count])).toEqual([
      ["Safer", true, 0],
      ["Fairer", true, 2],
      ["Gone", false, 1],
    ]);
    expect(table.tags.get("p" as CardId)).toEqual(["Fairer", "Gone"]);
    expect(answer(lensTable, snapshot, TODAY, "constructor").groups).toEqual([]);
  });

  it("[DER12] gathers them by the nearest challenge, those outside the tree last", () => {
    const tags = (...values: string[]) => ({ lenses: { sphere: values } });
    const snapshot = aMap()
      .withCard({ id: "m", type: "mission", ...tags("capital") })
      .withCard({ id: "c", type: "challenge", home: "m" })
      .withCard({ id: "d", type: "challenge", home: "c", order: 2 })
      .withCard({ id: "p", type: "project", home: "c", order: 1, ...tags("capital", "operations") })
      .withCard({ id: "q", type: "project", home: "d" })
      .withCard({ id: "a", type: "actor", ...tags("operations") })
      .withCard({ id: "b", type: "actor" })
      .snapshot();
    expect(answer(lensByChallenge, snapshot, TODAY, "sphere")).toEqual([
      {
        challenge: "c",
        cards: new Map([
          ["operations", ["p"]],
          ["capital", ["p"]],
        ]),
        untagged: ["c"],
      },
      { challenge: "d", cards: new Map(), untagged: ["d", "q"] },
      {
        challenge: null,
        cards: new Map([
          ["capital", ["m"]],
          ["operations", ["a"]],
        ]),
        untagged: [],
      },
    ]);
    expect(answer(lensByChallenge, aMap().snapshot(), TODAY, "sphere")).toEqual([]);
  });
});
