import { casesOf } from "@trellis/shared/derive/cases";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { takeSnapshot } from "@trellis/shared/read/observe";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { aMap } from "../../../../tests/support/builders.ts";
import { copiedSource, copyCase } from "./copyCase.ts";

describe("a case copied from another map", () => {
  it("brings everything it says and names both sources", () => {
    const [found] = casesOf(
      aMap()
        .withCard({
          id: "e",
          type: "evidence",
          title: "The waterfront",
          summary: "What they did",
          kind: "case_study",
          year: "2019",
          group: "Older industrial centre",
          caseProfile: { region: "Tayside", size: "150,000", contactRole: "Head of policy" },
          lesson: "Begin with the harbour",
          transferable: { verdict: "partly", why: "One landowner" },
          links: [{ id: "l", label: "Film", url: "https://example.org/film" }],
          source: "Evaluation, 2020",
        })
        .snapshot(),
    );
    if (!found) throw new Error("no case");
    const doc = new MapDoc(new Y.Doc());
    const from = "from the map “Waterfront”";
    edit(doc, new LocalOrigin(), (draft) =>
      copyCase(draft, { found: { ...found, map: { id: "m", title: "Waterfront" } }, from }),
    );
    const [copy] = casesOf(takeSnapshot(doc));
    expect({ ...copy, card: found.card }).toEqual({
      ...found,
      source: "Evaluation, 2020; from the map “Waterfront”",
    });
  });

  it("keeps a source within what a source may hold", () => {
    expect(copiedSource(null, "from A")).toBe("from A");
    expect(copiedSource("x".repeat(300), "from A")).toBe(`${"x".repeat(292)}; from A`);
    expect(copiedSource("x", "y".repeat(400))).toHaveLength(300);
  });
});
