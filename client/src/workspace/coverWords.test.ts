import { asking } from "@trellis/shared/derive/ask";
import { coverageOf } from "@trellis/shared/derive/money/coverage";
import type { CardId } from "@trellis/shared/schema/ids";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY } from "../../../tests/support/derivations.ts";
import words from "../locales/en/words.json" with { type: "json" };
import { coverageText, gapText, potentialText } from "./coverWords.ts";

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: "en", resources: { en: { translation: { words } } } });
});

type Paid = readonly [amount: number | null, currency: string, status: string];
/** A project that costs £100, and what is said of the money on it. */
function said(...paid: Paid[]) {
  const cost = { amount: 100, currency: "GBP" };
  const map = paid.reduce(
    (built, [amount, currency, status]) =>
      built.withLink({ type: "funds", from: "f", to: "p", amount, currency, status }),
    aMap().withCard({ id: "p", type: "project", cost }).withCard({ id: "f", type: "funding" }),
  );
  const cover = coverageOf(asking(map.snapshot(), TODAY), "p" as CardId, cost);
  if (!cover) throw new Error("No cover.");
  return [coverageText(cover, t), gapText(cover, "exact", t)?.text ?? null, potentialText(cover, t)];
}

describe("how far money covers a cost, in words", () => {
  it("is not known while no amount is, and never nought", () => {
    for (const paid of [
      [null, "GBP", "committed"],
      [-20, "GBP", "committed"],
      [30, "EUR", "committed"],
    ] as const)
      expect(said(paid)).toEqual([null, null, null]);
    // Nothing is committed at all: that is known.
    expect(said()).toEqual(["0%", "£100", "0%"]);
    expect(said([null, "GBP", "sought"])).toEqual(["0%", "£100", null]);
  });

  it("is at least what the known amounts come to", () => {
    expect(said([40, "GBP", "committed"], [null, "GBP", "committed"])).toEqual([
      "at least 40%",
      "£60 or less",
      "at least 40%",
    ]);
    expect(said([120, "GBP", "spent"], [30, "EUR", "spent"])).toEqual([
      "at least 120%",
      "at least £20",
      "at least 120%",
    ]);
    expect(said([40, "GBP", "committed"], [10, "GBP", "sought"])).toEqual(["40%", "£60", "50%"]);
  });
});
