import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { mayLink } from "@trellis/shared/schema/linkTypes";
import { describe, expect, it } from "vitest";
import { choicesBetween } from "./linkChoices.ts";

describe("choicesBetween", () => {
  it("offers only links that may join the two, in either direction", () => {
    for (const one of CARD_TYPES) {
      for (const other of CARD_TYPES) {
        const { forward, backward } = choicesBetween(one, other);
        expect(forward.every(({ type }) => mayLink(type, one, other))).toBe(true);
        expect(backward.every(({ type }) => mayLink(type, other, one))).toBe(true);
        expect(forward.length).toBeGreaterThan(0);
      }
    }
  });

  it("asks for the role of a responsibility", () => {
    const roles = choicesBetween("project", "actor").backward.filter(({ type }) => type === "responsible");
    expect(roles.map(({ role }) => role)).toContain("accountable");
    expect(roles.every(({ role }) => role !== null)).toBe(true);
  });

  it("offers a loose link once", () => {
    const { forward, backward } = choicesBetween("note", "project");
    expect([...forward, ...backward].filter(({ type }) => type === "relates_to")).toHaveLength(1);
  });
});
