import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { answer } from "./ask.ts";
import { comparable, library, likeness } from "./library.ts";

const place = (profile: object, group?: string) => ({ profile, ...(group ? { group } : {}) });

describe("the library", () => {
  it("[DER14] gives evidence with its profile, lesson and what it bears on", () => {
    const map = aMap()
      .withCard({ id: "c", type: "challenge" })
      .withCard({
        id: "e",
        type: "evidence",
        kind: "case_study",
        year: "2021",
        lesson: " ",
        transferable: { verdict: "partly", why: "The law differs" },
        caseProfile: { region: "North" },
      })
      .withLink({ type: "supports", from: "e", to: "c", stance: "challenges" })
      .snapshot();
    expect(answer(library, map, TODAY)).toEqual([
      {
        card: "e",
        kind: "case_study",
        year: "2021",
        group: null,
        profile: { region: "North" },
        lesson: null,
        transferable: "partly",
        transferableWhy: "The law differs",
        bearsOn: [{ card: "c", stance: "challenges" }],
        isPlaceholder: false,
      },
    ]);
  });

  it("[DER15] says how like two cases are and why, worked out on paper", () => {
    const one = place({
      region: "North of England",
      size: "2.8 million people",
      governance: "Combined authority",
    });
    const other = place({ region: "England", size: "1,400,000", civilSociety: "Strong" });
    // region: {north, england} and {england}: 1 of 2; size: 1.4 of 2.8 million; governance is told on one side only.
    expect(likeness(one, other)).toEqual({
      score: 0.5,
      reasons: [
        { field: "region", share: 0.5, shared: ["england"] },
        { field: "size", share: 0.5, shared: [] },
      ],
    });
    expect(likeness(other, one)).toEqual(likeness(one, other));
    expect(likeness(one, place({})).score).toBeNull();
    expect(likeness(place({ region: "of the" }), place({ region: "the" })).score).toBeNull();
  });

  it("[DER15] puts the most alike first and leaves out what is not alike or not known", () => {
    const one = place({ region: "Coast" }, "Older industrial centre");
    const cases = [
      { name: "other", ...place({ region: "Inland" }) },
      { name: "half", ...place({ region: "Inland" }, "Older industrial centre") },
      { name: "same", ...place({ region: "coast" }, "older industrial centre") },
      { name: "unknown", ...place({}) },
    ];
    expect(comparable(one, cases).map(({ found, score }) => [found.name, score])).toEqual([
      ["same", 1],
      ["half", 0.5],
    ]);
  });

  it("[DER15] reads numbers as people write them, with thousands and decimals of either kind", () => {
    const share = (one: string, other: string) =>
      likeness(place({ size: one }), place({ size: other })).score;
    for (const same of [
      "100.000 Einwohner",
      "100 000 habitants",
      "100'000",
      "0.1 million",
      "100 Tsd.",
      "100k",
    ])
      expect([same, share("100,000 people", same)]).toEqual([same, 1]);
    for (const same of [
      "2,8 Millionen",
      "2.800.000",
      "2.800 million",
      "2,800,000.00",
      "2.8m",
      "about 2.8 mio",
    ])
      expect([same, share("2.8 million people", same)]).toEqual([same, 1]);
    expect(share("1.5 km²", "3 km²")).toBe(0.5);
    // No number on one side: words are compared.
    expect(share("a small town", "town of 100.000")).toBe(0.25);
  });

  it("[DER15] does not call alike what is hardly so", () => {
    const one = place({ size: "100,000 people", region: "North of England" });
    const found = (size: string, region: string) =>
      comparable(one, [place({ size, region })]).map(({ score }) => score);
    expect(found("100", "Bavaria")).toEqual([]);
    // Size 1 of 5, region nothing: a tenth.
    expect(found("20,000", "Bavaria")).toEqual([0.1]);
  });

  it("[DER15] finds the other places of a group in the learning community", () => {
    const entries = answer(library, templateSnapshot("learning-community"), TODAY).filter(
      (one) => !one.isPlaceholder,
    );
    const halifax = entries.find((one) => one.card === "e-halifax");
    const others = entries.filter((one) => one !== halifax);
    expect(comparable(halifax ?? {}, others)[0]?.found.card).toBe("e-dublin");
  });
});
