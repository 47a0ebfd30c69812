import { answer } from "@trellis/shared/derive/ask";
import { indicators } from "@trellis/shared/derive/indicators";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import { PATH_BOX } from "../../workspace/pathStore.ts";
import { cardPaths } from "./cardPaths.ts";

const readings = answer(indicators, templateSnapshot("greater-manchester-2038"), TODAY);
const none = new Map();

describe("the small paths of measured cards", () => {
  it("show the worst of a card's indicators, and nothing where nothing can be said", () => {
    const paths = cardPaths(readings, none);
    expect([...paths].map(([card, { verdict }]) => `${card} ${verdict}`).sort()).toEqual([
      "c-consumption behind",
      "m-2038 off_track",
      "p-r4gm behind",
    ]);
  });

  it("stay within their box and never hold a number that is none", () => {
    for (const { expected, reached } of cardPaths(readings, none).values()) {
      const numbers = [...`${expected} ${reached}`.matchAll(/[ML](\S+) (-?[\d.]+)/g)];
      expect(numbers.length).toBeGreaterThan(2);
      for (const [, x, y] of numbers) {
        expect(Number(x) >= 0 && Number(x) <= PATH_BOX.width).toBe(true);
        expect(Number(y) >= 0 && Number(y) <= PATH_BOX.height).toBe(true);
      }
    }
  });

  it("keep their identity while they look the same, so that no card is drawn again", () => {
    const before = cardPaths(readings, none);
    expect(cardPaths([...readings], before)).toBe(before);
    const fewer = cardPaths(
      readings.filter(({ card }) => card !== "k-recycle"),
      before,
    );
    expect(fewer).not.toBe(before);
    expect(fewer.get("m-2038" as never)).toBe(before.get("m-2038" as never));
  });

  it("draw one value as a point, also where the path is level", () => {
    const map = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({
        id: "k",
        type: "indicator",
        direction: "maintain",
        targets: [{ date: "2030", value: 5, source: "s" }],
        actuals: [{ date: "2025", value: 5, source: "s" }],
      })
      .withLink({ type: "measures", from: "k", to: "m" })
      .snapshot();
    const path = cardPaths(answer(indicators, map, TODAY), none).get("m" as never);
    expect(path?.reached).toMatch(/^M1\.0 6\.0h0\.01$/);
  });
});
