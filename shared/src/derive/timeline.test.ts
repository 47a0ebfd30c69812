/* The roadmap on the shipped templates, and on one map worked out on paper (tests/support/townInTime.ts). */
import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { townInTime as town } from "../../../tests/support/townInTime.ts";
import { isoDay } from "../schema/days.ts";
import type { CardId } from "../schema/ids.ts";
import { answer } from "./ask.ts";
import { dependencies } from "./dependencies.ts";
import { phaseBands } from "./phaseBands.ts";
import { type Bar, timeline } from "./timeline.ts";

const korea = templateSnapshot("korea-innovation-cities");
const manchester = templateSnapshot("greater-manchester-2038");
const IN_A = { today: "2024-06-30" };

const days = ({ from, to }: { readonly from: number | null; readonly to: number | null }) =>
  [from, to].map((day) => (day === null ? null : isoDay(day)));
const told = (bar: Bar) => [bar.card, bar.basis, ...days(bar)];

describe("phases as stretches of time", () => {
  const bands = answer(phaseBands, town, IN_A).get("m" as CardId) ?? [];

  it("[DER60] stand in the order of time with every day their dates stand for", () => {
    expect(bands.map(({ phase, ...span }) => [phase, ...days(span)])).toEqual([
      ["a", "2020-01-01", "2024-12-31"],
      ["b", "2025-01-01", "2029-12-31"],
      ["d", "2028-01-01", "2031-12-31"],
      ["c", "2033-01-01", "2030-12-31"],
    ]);
    expect(bands[0]).toMatchObject({ name: "Begin", focus: null, leadLevel: "municipal", isCurrent: true });
  });

  it("[DER60] say when they end before they start and which run at the same time", () => {
    expect(bands.map(({ phase, fault, overlaps }) => [phase, fault, overlaps])).toEqual([
      ["a", null, []],
      ["b", null, ["d"]],
      ["d", null, ["b"]],
      ["c", "ends_before_start", []],
    ]);
  });

  it("[DER60] take what may be in order as in order", () => {
    const map = aMap()
      .withCard({
        id: "m",
        type: "mission",
        phases: [
          { id: "a", start: "2025-03", end: "2025" },
          { id: "b", start: "2025", end: "2026" },
          { id: "c", end: "2020" },
        ],
      })
      .snapshot();
    const found = answer(phaseBands, map, TODAY).get("m" as CardId) ?? [];
    expect(found.map(({ fault, overlaps }) => [fault, overlaps.length])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
  });

  it("[DER60] before the first and after the last the nearest is current", () => {
    const current = (today: string) =>
      answer(phaseBands, korea, { today })
        .get("m-ic" as CardId)
        ?.find(({ isCurrent }) => isCurrent)?.phase;
    expect(["1999-01-01", "2017-12-31", "2018-01-01", "2026-01-31"].map(current)).toEqual([
      "s1",
      "s1",
      "s2",
      "s2",
    ]);
  });
});

describe("the roadmap", () => {
  const { missions, ...extent } = answer(timeline, town, IN_A);
  const [mission] = missions;

  it("[DER61] has a lane for each challenge; what has no dates stands in its phase or nowhere, never at 0", () => {
    expect(missions.map((one) => one.mission)).toEqual(["m"]);
    expect(mission?.lanes.map((lane) => [lane.challenge, lane.bars.map(told)])).toEqual([
      [null, [["loose", null, null, null]]],
      [
        "homes",
        [
          ["windows", "own", "2020-01-01", "2023-12-31"],
          ["insulate", "own", "2021-01-01", "2026-12-31"],
        ],
      ],
      [
        "heat",
        [
          ["act", "own", "2022-04-01", null],
          ["network", "own", "2027-03-01", "2026-12-31"],
          ["study", "phase", "2025-01-01", "2029-12-31"],
          ["idea", null, null, null],
        ],
      ],
    ]);
    expect(mission?.lanes[2]?.bars.map(({ fault }) => fault)).toEqual([
      null,
      "ends_before_start",
      null,
      null,
    ]);
    expect(days(extent)).toEqual(["2020-01-01", "2033-01-01"]);
  });

  it("[DER61] marks decisions, reviews and milestones in the one lane they bear on, else with the mission", () => {
    const marks = (list: NonNullable<typeof mission>["marks"] | undefined) =>
      list?.map(({ card, kind, date, state }) => [card, kind, date, state]);
    expect(marks(mission?.marks)).toEqual([
      ["prices", "review", "2025-01-15", null],
      ["route", "decision", "2025-06", "open"],
      ["m", "milestone", "2030", null],
    ]);
    expect(marks(mission?.lanes[1]?.marks)).toEqual([
      ["site", "decision", "2024", "decided"],
      ["site", "review", "2026", null],
      ["cold", "milestone", "2029", null],
    ]);
  });

  it("[DER61] of Greater Manchester has its seven lanes, and its projects by their first day", () => {
    const [only] = answer(timeline, manchester, TODAY).missions;
    expect(only?.lanes.map(({ challenge }) => challenge)).toEqual([
      "c-energy",
      "c-buildings",
      "c-transport",
      "c-consumption",
      "c-nature",
      "c-resilience",
      "c-enabling",
    ]);
    expect(only?.lanes[2]?.bars.filter(({ basis }) => basis === "own").map(({ card }) => card)).toEqual([
      "p-zeb",
      "p-bee",
      "p-cap",
    ]);
  });

  it("[DER61] lasts as long as its phases and work, not until a target far beyond them", () => {
    const { missions: all, ...range } = answer(timeline, manchester, TODAY);
    expect(days(range)).toEqual(["2015-11-01", "2038-12-31"]);
    expect(all[0]?.marks.at(-1)).toMatchObject({ card: "k-budget", date: "2100-12-31" });
    const only = aMap()
      .withCard({ id: "c", type: "challenge" })
      .withCard({ id: "k", type: "indicator", targets: [{ date: "2100", value: 1 }] })
      .withLink({ type: "measures", from: "k", to: "c" })
      .snapshot();
    expect(days(answer(timeline, only, TODAY))).toEqual(["2100-01-01", "2100-12-31"]);
  });

  it("[DER61] shows what is under no mission, and several missions each with its own phases", () => {
    const map = aMap()
      .withCard({ id: "one", type: "mission", phases: [{ id: "p", start: "2020" }] })
      .withCard({ id: "two", type: "mission" })
      .withCard({ id: "c", type: "challenge" })
      .withCard({ id: "p", type: "project", home: "c", end: "2030-02" })
      .withCard({ id: "both", type: "decision", date: "2025" })
      .withLink({ type: "decides", from: "both", to: "one" })
      .withLink({ type: "decides", from: "both", to: "two" })
      .snapshot();
    const found = answer(timeline, map, TODAY).missions;
    expect(found.map((row) => [row.mission, row.phases.length, row.lanes.length, row.marks.length])).toEqual([
      ["one", 1, 0, 0],
      ["two", 0, 0, 0],
      [null, 0, 1, 1],
    ]);
    expect(answer(timeline, aMap().snapshot(), TODAY)).toEqual({ missions: [], from: null, to: null });
  });
});

describe("what work needs first", () => {
  const found = (map: typeof town) =>
    answer(dependencies, map, TODAY).map(({ card, needs, state, isMet }) => [card, needs, state, isMet]);

  it("[DER62] is late when it starts or ends after what needs it starts; without dates it is not known", () => {
    expect(found(town)).toEqual([
      ["insulate", "network", "starts_later", false],
      ["insulate", "someday", "not_known", false],
      ["insulate", "windows", "ends_later", false],
      ["network", "act", "in_order", true],
      ["study", "insulate", "not_known", false],
      ["windows", "act", "starts_later", true],
    ]);
  });

  it("[DER62] of Greater Manchester: three end too late, and are done by now", () => {
    expect(found(manchester).filter(([, , state]) => state !== "not_known" && state !== "in_order")).toEqual([
      ["p-goneutral", "p-laep", "ends_later", true],
      ["p-ucegm", "p-lem", "ends_later", true],
      ["p-zeb", "p-bee", "ends_later", true],
    ]);
  });
});
