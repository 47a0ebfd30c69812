import { asking } from "@trellis/shared/derive/ask";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../../../tests/support/derivations.ts";
import { readLenses } from "./lensAddress.ts";
import { itemsShown, lensModel, toRate } from "./lensModel.ts";

const model = (snapshot: Parameters<typeof asking>[0], search = "") =>
  lensModel(asking(snapshot, TODAY), readLenses(search));
const rating = (score: number, date: string, item = "bold", lens = "criteria") => ({
  lens,
  item,
  score,
  date,
});

describe("what the lenses show", () => {
  it("is the lens that says most: rated before tagged, else the building blocks", () => {
    expect(model(templateSnapshot("greater-manchester-2038")).lens).toBe("sphere");
    expect(model(templateSnapshot("learning-community")).lens).toBe("block");
    expect(model(aMap().snapshot()).lens).toBe("block");
    const rated = aMap()
      .withCard({
        id: "m",
        type: "mission",
        assessments: [rating(2, "2025-01-01")],
        lenses: { sphere: ["capital"] },
      })
      .snapshot();
    expect(model(rated).lens).toBe("criteria");
    expect(model(rated, "?lens=sdg").lens).toBe("sdg");
    expect(model(rated, "?lens=gone").lens).toBe("criteria");
  });

  it("rates no tagged lens, and nothing without a mission", () => {
    expect(model(templateSnapshot("greater-manchester-2038")).rating).toBeNull();
    expect(model(aMap().snapshot()).rating).toBeNull();
    const found = model(templateSnapshot("learning-community")).rating;
    expect(found).toMatchObject({ mission: "m-learn", latest: null, earlier: null, rounds: [] });
    expect(found?.hints).toHaveLength(7);
  });

  it("has what is rated in one piece, so that a dialog keeps it when another lens comes into view", () => {
    const before = aMap().withCard({ id: "m", type: "mission" });
    const begun = toRate(model(before.snapshot(), "?lens=block"));
    expect(begun).toMatchObject({ lens: "block", mission: "m" });
    expect(begun?.items).toHaveLength(7);
    expect(toRate(model(before.snapshot(), "?lens=sphere"))).toBeNull();
    expect(toRate(model(aMap().snapshot(), "?lens=block"))).toBeNull();
  });

  it("shows the mission and the earlier round that the address names", () => {
    const map = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({
        id: "n",
        type: "mission",
        assessments: [rating(1, "2023-05-01"), rating(2, "2024-05-01", "luck"), rating(3, "2025-05-01")],
      })
      .snapshot();
    const rounds = (search: string) => {
      const found = model(map, `?lens=criteria&mission=n${search}`).rating;
      return [found?.mission, found?.latest?.key, found?.earlier?.key ?? null];
    };
    expect(rounds("")).toEqual(["n", "2025-05-01", "2024-05-01"]);
    expect(rounds("&earlier=2023-05-01")).toEqual(["n", "2025-05-01", "2023-05-01"]);
    expect(rounds("&earlier=none")).toEqual(["n", "2025-05-01", null]);
    expect(rounds("&earlier=gone")).toEqual(["n", "2025-05-01", "2024-05-01"]);
    expect(model(map, "?lens=criteria&mission=x").rating?.mission).toBe("m");
    const shown = model(map, "?lens=criteria&mission=n").rating;
    expect(shown && itemsShown(shown).at(-1)).toBe("luck");
  });
});
