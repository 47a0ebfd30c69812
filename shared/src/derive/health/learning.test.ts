import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { checked, told } from "../../../../tests/support/derivations.ts";

const start = aMap()
  .withCard({ id: "m", type: "mission", theoryOfChange: "If this, then that." })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c" })
  .withCard({ id: "a", type: "actor" });

describe("learning", () => {
  it("[H26] asks for a theory of change and a risk or an assumption for every challenge", () => {
    expect(told(start, "H26")).toEqual(["fail", "no_risk c"]);
    const below = start
      .withCard({ id: "r", type: "risk", likelihood: 2, impact: 5 })
      .withLink({ type: "threatens", from: "r", to: "p" });
    expect(told(below, "H26")).toEqual(["pass"]);
    expect(told(aMap().withCard({ id: "m", type: "mission", theoryOfChange: "  " }), "H26")).toEqual([
      "fail",
      "no_theory m",
    ]);
    expect(told(aMap(), "H26")).toEqual(["not_applicable"]);
  });

  it("[H26] asks that risks of 15 and more are mitigated and owned", () => {
    const risky = (likelihood: number | null, impact: number) =>
      start
        .withCard({ id: "r", type: "risk", likelihood, impact })
        .withLink({ type: "threatens", from: "r", to: "c" });
    expect(told(risky(3, 5), "H26")).toEqual(["fail", "risk_not_mitigated r", "risk_not_owned r"]);
    expect(told(risky(2, 7 - 2), "H26")).toEqual(["pass"]);
    expect(told(risky(null, 5), "H26")).toEqual(["not_known", "score_not_known r"]);
    const mended = risky(5, 5)
      .withLink({ type: "mitigates", from: "p", to: "r" })
      .withLink({ type: "responsible", from: "a", to: "r", role: "responsible" });
    expect(told(mended, "H26")).toEqual(["pass"]);
  });

  it("[H27] asks for a case or study for every challenge, and one that challenges", () => {
    expect(told(start, "H27")).toEqual(["fail", "no_evidence c", "no_dissent"]);
    const study = (kind: string, stance: string, to: string) =>
      told(
        start
          .withCard({ id: "e", type: "evidence", kind })
          .withLink({ type: "supports", from: "e", to, stance }),
        "H27",
      );
    expect(study("study", "challenges", "p")).toEqual(["pass"]);
    expect(study("case_study", "supports", "c")).toEqual(["fail", "no_dissent"]);
    expect(study("dataset", "challenges", "c")).toEqual(["fail", "no_evidence c", "no_dissent"]);
    expect(study("study", "challenges", "m")).toEqual(["fail", "no_evidence c"]);
    expect(told(aMap(), "H27")).toEqual(["not_applicable"]);
  });

  it("[H30] asks that no open decision is past its date, and names what waits", () => {
    const decision = (fields: object) => start.withCard({ id: "d", type: "decision", ...fields });
    expect(told(decision({ status: "open", date: "2026-01-30" }), "H30")).toEqual([
      "fail",
      "decision_late d",
    ]);
    expect(told(decision({ status: "open", date: "2026-01-31" }), "H30")).toEqual(["pass"]);
    expect(told(decision({ status: "open", date: "2026" }), "H30")).toEqual(["pass"]);
    expect(told(decision({ status: "decided", date: "2020" }), "H30")).toEqual(["pass"]);
    expect(told(decision({ status: "open" }), "H30")).toEqual(["not_known", "decision_undated d"]);
    expect(told(decision({}), "H30")).toEqual(["not_known", "decision_status_not_known d"]);
    const waited = decision({ status: "open", date: "2027" }).withLink({
      type: "depends_on",
      from: "p",
      to: "d",
    });
    expect(told(waited, "H30")).toEqual(["pass", "decision_blocks d p"]);
    expect(checked(waited, "H30").findings[0]?.weight).toBe("warning");
    expect(told(start, "H30")).toEqual(["not_applicable"]);
  });
});
