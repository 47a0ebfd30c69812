/* Money by phase on Greater Manchester, and on a map worked out on paper (tests/support/townInTime.ts). */
import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { townInTime as town } from "../../../tests/support/townInTime.ts";
import { answer } from "./ask.ts";
import { type PhaseMoney, phaseMoney } from "./phaseMoney.ts";

const told = ({ phase, levels, amount, byCard, notKnown }: PhaseMoney) => [
  phase,
  Object.fromEntries(levels.map((one) => [one.level, one.amount])),
  amount,
  byCard,
  notKnown,
];

describe("committed money by phase", () => {
  it("[DER66] belongs to the years of its link, else to the phase its card names, else it is not dated", () => {
    // 300 over 2023, 2024 (a) and 2025 (b); 60 before the first phase; 40 by the phase of the study; 7 undated.
    const { currency, phases } = answer(phaseMoney, town, TODAY, "m");
    expect(currency).toBe("EUR");
    expect(phases.map(told)).toEqual([
      ["a", { regional: 200, municipal: 60 }, 260, null, 0],
      ["b", { regional: 100, municipal: 40 }, 140, 40, 1],
      ["d", { regional: null, municipal: null }, null, null, 0],
      ["c", { regional: null, municipal: null }, null, null, 0],
      [null, { regional: null, municipal: 7 }, 7, null, 0],
    ]);
  });

  it("[DER66] of Greater Manchester rests on the phases of its projects", () => {
    const { currency, phases } = answer(
      phaseMoney,
      templateSnapshot("greater-manchester-2038"),
      TODAY,
      "m-2038",
    );
    expect(currency).toBe("GBP");
    // Buses 144.5m, clean air 86.7m and the accelerator 7m are in the second phase; 458,036,986 in all.
    expect(phases.map(({ phase, amount, byCard, notKnown }) => [phase, amount, byCard, notKnown])).toEqual([
      ["ph1", 219_836_986, 219_836_986, 1],
      ["ph2", 238_200_000, 238_200_000, 0],
      ["ph3", null, null, 0],
    ]);
    expect(phases[0]?.others).toEqual([{ currency: "EUR", amount: 4_559_842.8 }]);
  });

  it("[DER66] is never 0 where no amount is known or all stand in other currencies", () => {
    const map = aMap()
      .withCard({ id: "m", type: "mission", baseCurrency: "EUR", phases: [{ id: "a", start: "2024" }] })
      .withCard({ id: "state", type: "actor", level: "national" })
      .withCard({ id: "town", type: "actor", level: "municipal" })
      .withCard({ id: "open", type: "funding" })
      .withCard({ id: "foreign", type: "funding" })
      .withLink({ type: "provides", from: "state", to: "open" })
      .withLink({ type: "provides", from: "town", to: "foreign" })
      .withLink({ type: "funds", from: "open", to: "m", status: "committed", years: "2024" })
      .withLink({
        ...{ type: "funds", from: "foreign", to: "m", status: "committed", years: "2024" },
        ...{ amount: 9, currency: "GBP" },
      });
    const [only] = answer(phaseMoney, map.snapshot(), TODAY, "m").phases;
    expect(only && told(only)).toEqual(["a", { national: null, municipal: null }, null, null, 1]);
    expect(only?.others).toEqual([{ currency: "GBP", amount: 9 }]);
  });

  it("[DER66] without phases says nothing, and phases without dates hold no year", () => {
    const fund = { type: "funds", from: "f", to: "m", amount: 5, status: "spent", years: "2024" } as const;
    const map = (phases: object[]) =>
      aMap()
        .withCard({ id: "m", type: "mission", baseCurrency: "EUR", phases })
        .withCard({ id: "f", type: "funding" });
    expect(answer(phaseMoney, map([]).withLink(fund).snapshot(), TODAY, "m").phases).toEqual([]);
    const undated = answer(
      phaseMoney,
      map([{ id: "a" }])
        .withLink(fund)
        .snapshot(),
      TODAY,
      "m",
    ).phases;
    expect(undated.map(({ phase, amount }) => [phase, amount])).toEqual([
      ["a", null],
      [null, 5],
    ]);
  });
});
