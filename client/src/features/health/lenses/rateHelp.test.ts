import { asking } from "@trellis/shared/derive/ask";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../../../tests/support/derivations.ts";
import { questionsOf, scaleOf } from "./rateHelp.ts";

describe("help with rating", () => {
  it("comes from the rubric and from questions on the challenges of an item", () => {
    const map = templateSnapshot("learning-community");
    const mission = "m-learn" as CardId;
    expect(scaleOf(map, mission).map(({ score, label }) => `${score} ${label}`)).toEqual([
      "0 Absent",
      "1 Emerging",
      "2 Partial",
      "3 Established",
      "4 Self-renewing",
    ]);
    const questions = questionsOf(asking(map, TODAY), map, "block", "champions", mission);
    expect(questions).toHaveLength(3);
    expect(questions[0]).toMatch(/\?$/);
    expect(questionsOf(asking(map, TODAY), map, "block", "champions", "other" as CardId)).toEqual([]);
  });

  it("is nothing where nobody wrote any", () => {
    const map = aMap().withCard({ id: "m", type: "mission" }).snapshot();
    expect(scaleOf(map, "m" as CardId)).toEqual([]);
    expect(scaleOf(map, "gone" as CardId)).toEqual([]);
    expect(questionsOf(asking(map, TODAY), map, "criteria", "bold", "m" as CardId)).toEqual([]);
  });
});
