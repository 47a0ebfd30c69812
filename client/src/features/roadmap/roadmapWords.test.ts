import { answer } from "@trellis/shared/derive/ask";
import { phaseBands } from "@trellis/shared/derive/phaseBands";
import { timeline } from "@trellis/shared/derive/timeline";
import type { CardId } from "@trellis/shared/schema/ids";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY } from "../../../../tests/support/derivations.ts";
import roadmap from "../../locales/en/roadmap.json" with { type: "json" };
import words from "../../locales/en/words.json" with { type: "json" };
import { roadmapRows } from "./roadmapRows.ts";
import { phaseName, phaseNameIn } from "./roadmapWords.ts";

let t: TFunction;

beforeAll(async () => {
  t = await i18next.init({ lng: "en", resources: { en: { translation: { roadmap, words } } } });
});

describe("a phase without a name", () => {
  // One cannot be drawn for want of dates and so comes last, another because they run backwards.
  const town = aMap()
    .withCard({
      id: "m",
      type: "mission",
      phases: [
        { id: "a", name: "Begin", start: "2020", end: "2021" },
        { id: "b" },
        { id: "c", start: "2030", end: "2025" },
        { id: "d", start: "2031", end: "2032" },
      ],
    })
    .snapshot();

  it("goes by its place in the mission, wherever it is shown", () => {
    const { rows } = roadmapRows(answer(timeline, town, TODAY).missions, {
      folded: new Set(),
      shown: null,
      mission: null,
    });
    const drawn = rows.flatMap((row) => (row.kind === "mission" ? row.phases : []));
    expect(drawn.map(({ band }) => phaseName(band, t))).toEqual(["Begin", "Phase 3"]);
    const faults = rows.flatMap((row) => (row.kind === "fault" ? [row.band] : []));
    expect(faults.map((band) => phaseName(band, t))).toContain("Phase 2");
  });

  it("is found by its id, and an id of no phase has no number", () => {
    const bands = answer(phaseBands, town, TODAY).get("m" as CardId) ?? [];
    expect(bands.map(({ phase }) => phaseNameIn(bands, phase, t))).toEqual([
      "Begin",
      "Phase 2",
      "Phase 3",
      "Phase 4",
    ]);
    expect(phaseNameIn(bands, "gone", t)).toBe("not known");
  });
});
