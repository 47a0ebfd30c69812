import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { checked, TODAY, told } from "../../../../tests/support/derivations.ts";

const mission = {
  id: "m",
  type: "mission",
  startYear: 2020,
  targetYear: 2030,
  statement: "By 2030 it is done.",
} as const;
const rating = (score: number, more = {}) => ({
  lens: "criteria",
  item: "bold",
  score,
  date: "2025-06-01",
  ...more,
});
const rated = (...assessments: object[]) => aMap().withCard({ ...mission, assessments });

describe("the goal", () => {
  it("[H01] is bold when the median of at least three raters is at least 3", () => {
    expect(told(rated(rating(2), rating(3), rating(4)), "H01")).toEqual(["pass"]);
    expect(told(rated(rating(2), rating(2), rating(4)), "H01")).toEqual(["fail", "rated_low m"]);
    expect(told(rated(rating(4), rating(4)), "H01")).toEqual(["not_known", "few_raters m"]);
    expect(told(rated(rating(4, { item: "bottom_up" })), "H01")).toEqual(["not_known", "no_ratings m"]);
    expect(told(aMap(), "H01")).toEqual(["not_applicable"]);
  });

  it("[H01] goes by the latest round: an older, better one is past", () => {
    const before = [4, 4, 4].map((score) => rating(score, { date: "2024-01-10" }));
    const after = [1, 2, 2].map((score) => rating(score, { date: "2025-11-10" }));
    expect(told(rated(...before, ...after), "H01")).toEqual(["fail", "rated_low m"]);
  });

  it("[H02] answers at least one grand challenge", () => {
    const map = aMap().withCard(mission).withCard({ id: "g", type: "grand_challenge" });
    expect(told(map, "H02")).toEqual(["fail", "no_grand_challenge m"]);
    expect(checked(map, "H02").findings[0]?.mend).toEqual({
      kind: "link",
      type: "addresses",
      other: "m",
      end: "from",
    });
    expect(told(map.withLink({ type: "addresses", from: "m", to: "g" }), "H02")).toEqual(["pass"]);
  });

  it("[H03] has a target year after its start that its sentence names", () => {
    const with_ = (fields: object) => told(aMap().withCard({ ...mission, ...fields }), "H03");
    expect(with_({})).toEqual(["pass"]);
    expect(with_({ targetYear: null })).toEqual(["fail", "no_target_year m"]);
    expect(with_({ startYear: null })).toEqual(["not_known", "no_start_year m"]);
    expect(with_({ startYear: 2030 })).toEqual(["fail", "year_order m"]);
    expect(with_({ statement: "Done some day." })).toEqual(["fail", "year_not_in_statement m"]);
    expect(with_({ statement: "Room 12030 is ready." })).toEqual(["fail", "year_not_in_statement m"]);
    expect(with_({ targetYear: 2025, statement: "By 2025." })).toEqual(["pass", "year_past m"]);
  });

  it("[HLT2] leaves out a mission that is still a placeholder", () => {
    expect(told(aMap().withCard({ ...mission, placeholder: true }), "H02", TODAY)).toEqual([
      "not_applicable",
    ]);
  });
});
