import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { checked, told } from "../../../../tests/support/derivations.ts";

const start = aMap().withCard({ id: "m", type: "mission", startYear: 2020, targetYear: 2030 });
const measured = (fields: object, on = "m") =>
  start.withCard({ id: "k", type: "indicator", ...fields }).withLink({ type: "measures", from: "k", to: on });
const source = "A report";
const target = (date: string, value: number | null = 10) => ({ date, value, source });

describe("measures", () => {
  it("[H04] needs an outcome or impact indicator with a target within a year of the mission's", () => {
    expect(told(start, "H04")).toEqual(["fail", "no_outcome_indicator m"]);
    expect(told(measured({ kind: "output", targets: [target("2030")] }), "H04")).toEqual([
      "fail",
      "no_outcome_indicator m",
    ]);
    for (const date of ["2029-01-01", "2030", "2031-12-31"])
      expect(told(measured({ kind: "impact", targets: [target(date)] }), "H04")).toEqual(["pass"]);
    for (const targets of [[target("2028-12-31")], [target("2032")], [target("2030", null)], []])
      expect(told(measured({ kind: "outcome", targets }), "H04")).toEqual([
        "fail",
        "no_target_near_year m k",
      ]);
  });

  it("[H04] takes a budget's cap for a target at any time, and cannot tell without a target year", () => {
    const budget = { kind: "outcome", path: "budget", targets: [target("2100")] };
    expect(told(measured(budget), "H04")).toEqual(["pass"]);
    const map = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({ id: "k", type: "indicator", kind: "outcome", targets: [target("2030")] })
      .withLink({ type: "measures", from: "k", to: "m" });
    expect(told(map, "H04")).toEqual(["not_known", "no_target_year m"]);
  });

  it("[H05] asks for value, date and source of the baseline of what measures a mission or a challenge", () => {
    const baseline = { date: "2020", value: 0, source };
    expect(told(measured({ baseline }), "H05")).toEqual(["pass"]);
    expect(told(measured({ baseline: null }), "H05")).toEqual(["fail", "no_baseline k"]);
    expect(told(measured({ baseline: { ...baseline, value: null } }), "H05")).toEqual([
      "fail",
      "no_baseline k",
    ]);
    expect(told(measured({ baseline: { ...baseline, source: " " } }), "H05")).toEqual([
      "fail",
      "baseline_incomplete k",
    ]);
    expect(told(measured({ baseline: { ...baseline, date: null } }), "H05")).toEqual([
      "fail",
      "baseline_incomplete k",
    ]);
    const onProject = start
      .withCard({ id: "p", type: "project", home: "m" })
      .withCard({ id: "k", type: "indicator" })
      .withLink({ type: "measures", from: "k", to: "p" });
    expect(told(onProject, "H05")).toEqual(["not_applicable"]);
  });

  it("[H06] asks for a value younger than cadence, lag and six months", () => {
    // Cadence 12, lag 3, grace 6: 21 months before 31 January 2026 is 30 April 2024.
    const actuals = (date: string) => [{ date, value: 1, source }];
    const yearly = { cadenceMonths: 12, lagMonths: 3 };
    expect(told(measured({ ...yearly, actuals: actuals("2024-04-30") }), "H06")).toEqual(["pass"]);
    expect(told(measured({ ...yearly, actuals: actuals("2024-04-29") }), "H06")).toEqual([
      "fail",
      "value_old k",
    ]);
    expect(
      checked(measured({ ...yearly, actuals: actuals("2024-04-29") }), "H06").findings[0]?.values,
    ).toEqual({
      months: 21,
      day: "2024-04-29",
    });
    expect(told(measured({ actuals: actuals("2025") }), "H06")).toEqual(["not_known", "no_cadence k"]);
    expect(told(measured({ ...yearly, actuals: actuals("2027") }), "H06")).toEqual(["fail", "no_value k"]);
    const fresh = { ...yearly, baseline: { date: "2025-01", value: 5, source } };
    expect(told(measured(fresh), "H06")).toEqual(["pass"]);
    expect(told(start, "H06")).toEqual(["not_applicable"]);
  });

  it("[H07] counts what can be assessed, and is not known when nothing can", () => {
    // Half way between 0 (end of 2020) and 10 (end of 2030) on 31 December 2025, 5 is expected.
    const line = (value: number) => ({
      direction: "increase",
      path: "linear",
      baseline: { date: "2020", value: 0, source },
      targets: [target("2030")],
      actuals: [{ date: "2025-12-31", value, source }],
    });
    expect(told(measured(line(5)), "H07")).toEqual(["pass"]);
    expect(told(measured(line(4)), "H07")).toEqual(["fail", "behind_path k"]);
    const second = measured(line(5)).withCard({ id: "l", type: "indicator" });
    expect(told(second, "H07")).toEqual(["pass"]);
    expect(told(measured({ ...line(5), path: null }), "H07")).toEqual(["not_known", "cannot_assess k"]);
    expect(checked(measured({ ...line(5), path: null }), "H07").findings[0]?.mend).toEqual({
      kind: "field",
      card: "k",
      field: "path",
    });
  });

  it("[H07] takes the target year of the mission above for a budget", () => {
    // 10 a year against 50: 20 left after 2025 last two years, until the end of 2027.
    const budget = {
      kind: "outcome",
      direction: "stay_below",
      path: "budget",
      baseline: { date: "2022", value: 0, source },
      targets: [target("2100", 50)],
      actuals: [
        { date: "2024", value: 20, source },
        { date: "2025", value: 30, source },
      ],
    };
    expect(told(measured(budget), "H07")).toEqual(["fail", "behind_path k"]);
    const early = aMap()
      .withCard({ id: "m", type: "mission", targetYear: 2027 })
      .withCard({ id: "c", type: "challenge", home: "m" })
      .withCard({
        id: "k",
        type: "indicator",
        ...budget,
        actuals: [
          { date: "2024", value: 19, source },
          { date: "2025", value: 28, source },
        ],
      })
      .withLink({ type: "measures", from: "k", to: "c" });
    expect(told(early, "H07")).toEqual(["pass"]);
  });

  it("[H29] asks for a source of every figure, target, actual and amount", () => {
    const whole = measured({ targets: [target("2030")], actuals: [target("2024")] });
    expect(told(whole, "H29")).toEqual(["pass"]);
    const gaps = aMap()
      .withCard({
        id: "m",
        type: "mission",
        cost: { amount: 5, currency: "GBP" },
        figures: [
          { label: "People", value: "2800000" },
          { label: "Homes", value: 9 },
          { label: "Not known", value: null },
        ],
      })
      .withCard({
        id: "k",
        type: "indicator",
        targets: [
          { date: "2030", value: 0 },
          { date: "2031", value: null },
        ],
      })
      .withCard({ id: "f", type: "funding", total: { amount: 7, currency: "GBP", source } })
      .withLink({ id: "l1", type: "funds", from: "f", to: "m", amount: 7 })
      .withLink({ id: "l2", type: "funds", from: "f", to: "m", amount: null });
    expect(
      checked(gaps, "H29").findings.map(({ cards, values, mend }) => [cards.join(" "), values, mend?.kind]),
    ).toEqual([
      ["m", { field: "figures", count: 2 }, "field"],
      ["m", { field: "cost", count: 1 }, "field"],
      ["k", { field: "targets", count: 1 }, "field"],
      ["f m", { field: "amount", count: 1 }, "linkField"],
    ]);
    expect(told(start, "H29")).toEqual(["not_applicable"]);
  });
});
