import type { MapCase } from "@trellis/shared/derive/cases";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { casesThere, compared, isHere } from "./comparing.ts";

const place = (card: string, region: string | null, size: string | null = null): MapCase => ({
  card: card as CardId,
  title: `Case ${card}`,
  summary: null,
  kind: "case_study",
  year: "2020",
  group: null,
  profile: { region, size, governance: null, civilSociety: null, contactRole: null },
  lesson: null,
  transferable: null,
  transferableWhy: null,
  links: [],
  source: null,
});

describe("comparing cases", () => {
  it("puts the most alike of all maps first, says from which map, and never the case itself", () => {
    const own = [place("a", "North England", "100,000"), place("b", "North England")];
    const others = [
      {
        id: "other",
        title: "Other map",
        cases: [place("a", "North England", "50,000"), place("c", "Coast")],
      },
    ];
    const [one] = own;
    if (!one) throw new Error("no case");
    const found = compared(one, casesThere(own, others, "a"));
    expect(found.map(({ found: { card, map }, score }) => [map?.title ?? null, card, score])).toEqual([
      [null, "b", 1],
      ["Other map", "a", 0.75],
    ]);
    expect(compared(place("x", null), casesThere(own, others, null))).toEqual([]);
  });

  it("knows a case that is here already by its title and year", () => {
    const own = [place("a", "North")];
    expect(isHere({ title: " Case a", year: "2020" }, own)).toBe(true);
    expect(isHere({ title: "Case a", year: "2021" }, own)).toBe(false);
  });
});
