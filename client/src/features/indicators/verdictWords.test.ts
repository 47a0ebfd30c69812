import { answer } from "@trellis/shared/derive/ask";
import { indicators } from "@trellis/shared/derive/indicators";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import catalogue from "../../locales/en/indicators.json" with { type: "json" };
import { besideVerdict, paceWords } from "./verdictWords.ts";

let t: TFunction;
beforeAll(async () => {
  const resources = { en: { translation: { indicators: catalogue } } };
  t = await i18next.createInstance().init({ lng: "en", resources, interpolation: { escapeValue: false } });
});

const manchester = answer(indicators, templateSnapshot("greater-manchester-2038"), TODAY);
const said = (card: string) => {
  const reading = manchester.find((one) => one.card === card);
  if (!reading) throw new Error(`No indicator ${card}.`);
  return [paceWords(t, reading), ...besideVerdict(t, reading)].join(" ");
};
const own = (fields: object) => {
  const [reading] = answer(
    indicators,
    aMap()
      .withCard({ id: "k", type: "indicator", ...fields })
      .snapshot(),
    TODAY,
  );
  if (!reading) throw new Error("No indicator.");
  return besideVerdict(t, reading);
};

describe("what stands beside a verdict", () => {
  it("is that its target's date has passed, or that its budget is gone by now", () => {
    expect(said("k-co2-1990")).toContain(
      "Its target date has passed (Dec 2020); its newest value is from Dec 2015.",
    );
    expect(said("k-co2")).not.toContain("has passed");
    expect(said("k-budget")).toContain("at that rate the rest was used up in 2025");
  });

  it("is that values lie in the future, and that a running total fell", () => {
    const target = [{ date: "2030", value: 10 }];
    const actuals = [{ date: "2027", value: 5 }];
    expect(own({ path: "linear", targets: target, actuals })).toEqual([
      "1 value lies in the future and does not count yet.",
    ]);
    const total = (...values: number[]) =>
      own({
        path: "budget",
        targets: target,
        actuals: values.map((value, index) => ({ date: String(2023 + index), value })),
      });
    expect(total(3, 2).join(" ")).toContain("Its running total fell");
    expect(total(2, 3)).toEqual([]);
  });
});
