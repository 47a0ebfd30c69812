import { answer } from "@trellis/shared/derive/ask";
import { type PlacedRisk, riskGrid } from "@trellis/shared/derive/riskGrid";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { sameRisk } from "./sameRisk.ts";

const reading = (impact: number, to: string): PlacedRisk => {
  const [risk] = answer(
    riskGrid,
    aMap()
      .withCard({ id: "r", type: "risk", likelihood: 2, impact })
      .withCard({ id: "p", type: "project" })
      .withCard({ id: "q", type: "project" })
      .withLink({ type: "threatens", from: "r", to })
      .snapshot(),
    { today: "2026-01-31" },
  ).all;
  if (!risk) throw new Error("no risk");
  return risk;
};

describe("two readings of a risk", () => {
  it("are the same while everything that is shown of it is", () => {
    expect(sameRisk(reading(3, "p"), reading(3, "p"))).toBe(true);
    expect(sameRisk(reading(3, "p"), reading(4, "p"))).toBe(false);
    expect(sameRisk(reading(3, "p"), reading(3, "q"))).toBe(false);
  });

  it("compare everything a risk has", () => {
    const one = reading(3, "p");
    // The score follows from likelihood and impact.
    for (const key of Object.keys(one).filter((name) => name !== "score")) {
      const value = one[key as keyof PlacedRisk];
      const other = { ...one, [key]: Array.isArray(value) ? [...value, "x"] : `${String(value)}x` };
      expect([key, sameRisk(one, other as PlacedRisk)]).toEqual([key, false]);
    }
  });
});
