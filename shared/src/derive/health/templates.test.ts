import { describe, expect, it } from "vitest";
import {
  checked,
  type TemplateName,
  TODAY,
  templateSnapshot,
  told,
} from "../../../../tests/support/derivations.ts";
import { answer } from "../ask.ts";
import { CHECKS } from "./checks.ts";
import { healthCheck, healthMarks } from "./healthCheck.ts";

const statesOf = (name: TemplateName) =>
  Object.fromEntries(
    answer(healthCheck, templateSnapshot(name), TODAY).results.map((result) => [result.id, result.state]),
  );

const manchester = templateSnapshot("greater-manchester-2038");

describe("health of the Greater Manchester map on 31 January 2026", () => {
  it("[HLT1] gives every check the state worked out for it", () => {
    expect(statesOf("greater-manchester-2038")).toEqual({
      H01: "not_known",
      H02: "pass",
      H03: "pass",
      H04: "pass",
      H05: "fail",
      H06: "fail",
      H07: "fail",
      H08: "pass",
      H09: "fail",
      H10: "fail",
      H11: "not_known",
      H12: "pass",
      H13: "not_known",
      H14: "pass",
      H15: "pass",
      H16: "fail",
      H17: "fail",
      H18: "pass",
      H19: "pass",
      H20: "pass",
      H21: "pass",
      H22: "not_known",
      H23: "not_applicable",
      H24: "pass",
      H25: "fail",
      H26: "fail",
      H27: "fail",
      H28: "fail",
      H29: "pass",
      H30: "fail",
    });
  });

  it("[HLT1] names the cards that fail, and nothing else", () => {
    expect(told(manchester, "H05")).toEqual(["fail", "no_baseline k-retrofit-rate", "no_baseline k-ebus"]);
    expect(told(manchester, "H07")).toEqual([
      "fail",
      "behind_path k-budget",
      "behind_path k-co2",
      "behind_path k-recycle",
    ]);
    expect(told(manchester, "H08")).toEqual([
      "pass",
      "few_home_projects c-consumption p-r4gm",
      "few_home_projects c-resilience p-ignition p-gmef p-trees",
    ]);
    expect(told(manchester, "H09")).toEqual(["fail", "no_accountable p-eia", "no_accountable p-dash"]);
    expect(told(manchester, "H10")).toEqual(["fail", "no_accountable c-energy", "no_accountable c-nature"]);
    expect(told(manchester, "H16")).toEqual([
      "fail",
      "no_recent_participation m-2038",
      "no_target_groups m-2038",
    ]);
    expect(told(manchester, "H25")).toEqual(["fail", "no_conditions p-zeb"]);
    expect(told(manchester, "H30")).toEqual(["fail", "decision_late d-hydrogen"]);
  });

  it("[HLT1] works out the figures beside the findings", () => {
    const values = (id: string, code: string) =>
      checked(manchester, id).findings.find((one) => one.code === code)?.values;
    expect(values("H28", "overload")).toEqual({ load: 19, total: 28, share: 19 / 28 });
    expect(values("H24", "largest_provider")).toMatchObject({
      amount: 130_236_986,
      share: expect.closeTo(0.284, 3),
    });
    expect(values("H18", "mission_coverage")).toMatchObject({
      committed: 458_036_986,
      coverage: expect.closeTo(0.00705, 5),
      notKnown: 1,
    });
    expect(values("H18", "cost_not_known")).toEqual({ projects: 9 });
  });

  it("[HLT5] marks the cards that fail or warn, not those about which something is unknown", () => {
    const marks = answer(healthMarks, manchester, TODAY);
    expect(marks.get("p-eia" as never)?.map((mark) => mark.check)).toEqual(["H09"]);
    expect(marks.get("c-consumption" as never)?.map((mark) => mark.check)).toEqual([
      "H08",
      "H17",
      "H26",
      "H27",
    ]);
    expect(marks.get("a-gmca" as never)?.map((mark) => mark.check)).toEqual(["H28"]);
    expect(marks.get("m-2038" as never)?.map((mark) => mark.check)).toEqual(["H16"]);
  });
});

describe("health of the other templates", () => {
  it("[HLT2] finds nothing to check on a map of placeholders", () => {
    expect(new Set(Object.values(statesOf("blank-mission")))).toEqual(new Set(["not_applicable"]));
  });

  it("[HLT1] looks at each of Camden's four missions by itself", () => {
    const camden = templateSnapshot("camden-renewal");
    const missions = ["m-diversity", "m-estates", "m-food", "m-youth"];
    expect(told(camden, "H14")).toEqual(["fail", ...missions.map((one) => `one_office ${one} a-cabinet`)]);
    expect(told(camden, "H03")).toEqual(["pass", "year_past m-youth"]);
    expect(told(camden, "H10")).toEqual(["fail", "no_accountable c-healthyfood"]);
    expect(told(camden, "H28")).toEqual(["fail", "overload a-camden"]);
    expect(checked(camden, "H18").findings[0]?.values).toMatchObject({ coverage: 4 / 30 });
  });

  it("[HLT1] finds in Korea's map what its documents say", () => {
    const korea = templateSnapshot("korea-innovation-cities");
    expect(told(korea, "H12")).toEqual(["pass"]);
    expect(told(korea, "H07")).toEqual(["pass"]);
    expect(told(korea, "H30")).toEqual(["fail", "decision_late d-second"]);
    // Before the second season everything that goes on has somebody accountable in it.
    expect(told(korea, "H23", { today: "2017-06-30" })).toEqual(["pass"]);
  });

  it("[HLT1] leaves the placeholders of the learning community out", () => {
    const states = statesOf("learning-community");
    expect(states.H08).toBe("fail");
    expect(states.H09).toBe("not_applicable");
    expect(states.H05).toBe("not_applicable");
    expect(states.H02).toBe("pass");
  });
});

describe("the health check itself", () => {
  it("[HLT1] has thirty checks, H01 to H30, each once", () => {
    const numbers = Array.from({ length: 30 }, (_, index) => `H${String(index + 1).padStart(2, "0")}`);
    expect(CHECKS.map((check) => check.id)).toEqual(numbers);
  });

  it("[HLT3] does not run a check that the map has switched off, and keeps the reason", () => {
    const off = { id: "H28", reason: " The authority is the only body there is. " } as never;
    const snapshot = { ...manchester, settings: { ...manchester.settings, switchedOffChecks: [off] } };
    expect(checked(snapshot, "H28")).toMatchObject({
      state: "switched_off",
      findings: [],
      reason: "The authority is the only body there is.",
    });
    expect(checked(snapshot, "H09").state).toBe("fail");
    const count = answer(healthCheck, snapshot, TODAY).groups.find(
      (one) => one.group === "responsibility",
    )?.counts;
    expect(count).toEqual({ pass: 1, fail: 2, not_known: 2, not_applicable: 1, switched_off: 1 });
  });

  it("[HLT4] counts by group and gives no total", () => {
    const { groups, ...rest } = answer(healthCheck, manchester, TODAY);
    expect(Object.keys(rest)).toEqual(["results"]);
    const counts = Object.fromEntries(groups.map(({ group, counts: own }) => [group, own.pass]));
    expect(counts).toEqual({
      goal: 2,
      measures: 2,
      action: 4,
      responsibility: 1,
      people: 2,
      money: 2,
      learning: 0,
    });
  });
});
