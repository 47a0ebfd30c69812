import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { casesOf } from "./cases.ts";

describe("cases for other maps", () => {
  it("[DER14] are evidence that tells of its place; blank words and prompts tell nothing", () => {
    const map = aMap()
      .withCard({ id: "a", type: "evidence", title: "A", group: "Older industrial centre", source: "A talk" })
      .withCard({ id: "b", type: "evidence", title: "B", group: " ", caseProfile: { region: "" } })
      .withCard({ id: "c", type: "evidence", title: "C", caseProfile: { contactRole: "Mayor" } })
      .withCard({ id: "d", type: "evidence", title: "D", group: "Coast", placeholder: true })
      .withCard({ id: "e", type: "project", title: "E" })
      .snapshot();
    expect(casesOf(map)).toEqual([
      {
        card: "a",
        title: "A",
        summary: null,
        kind: null,
        year: null,
        group: "Older industrial centre",
        profile: { region: null, size: null, governance: null, civilSociety: null, contactRole: null },
        lesson: null,
        transferable: null,
        transferableWhy: null,
        links: [],
        source: "A talk",
      },
    ]);
  });
});
