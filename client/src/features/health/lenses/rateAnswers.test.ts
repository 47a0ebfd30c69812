import { describe, expect, it } from "vitest";
import { answersWrong, assessmentsOf, ratersOf } from "./rateAnswers.ts";

const answers = { scores: { b: 0, a: 4, gone: 1 }, raterRole: "  Resident ", date: "2026-01-31" } as const;

describe("ratings of one person", () => {
  it("are one record for each item that was answered, 0 among them", () => {
    expect(assessmentsOf("block", ["a", "b", "c"], answers)).toEqual([
      { lens: "block", item: "a", score: 4, raterRole: "Resident", date: "2026-01-31" },
      { lens: "block", item: "b", score: 0, raterRole: "Resident", date: "2026-01-31" },
    ]);
    expect(assessmentsOf("block", ["a"], { ...answers, raterRole: " ", date: "" })[0]).toMatchObject({
      raterRole: null,
      date: null,
    });
  });

  it("need a score, and no day to come", () => {
    expect(answersWrong({ ...answers, scores: {} }, "2026-01-31")).toBe("noScore");
    expect(answersWrong({ ...answers, date: "2026-02-01" }, "2026-01-31")).toBe("later");
    expect(answersWrong(answers, "2026-01-31")).toBeNull();
    expect(answersWrong({ ...answers, date: "" }, "2026-01-31")).toBeNull();
  });

  it("are counted by the item that most rated", () => {
    expect(ratersOf(null)).toBe(0);
    const item = (raters: number) => ({ raters }) as never;
    expect(ratersOf({ key: "", day: null, workshopId: null, items: [item(1), item(3)] })).toBe(3);
  });
});
