import { answer } from "@trellis/shared/derive/ask";
import { wedge } from "@trellis/shared/derive/contributions";
import { indicators } from "@trellis/shared/derive/indicators";
import { expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY } from "../../../../tests/support/derivations.ts";
import { wedgeSeries } from "./wedgeSeries.ts";

const indicator = {
  id: "k",
  type: "indicator",
  unit: "kt",
  direction: "decrease",
  path: "linear",
  baseline: { date: "2020", value: 100 },
  actuals: [{ id: "a", date: "2024", value: 80 }],
  targets: [{ id: "t", date: "2030", value: 0 }],
} as const;
const gives = (id: string, low: number, from: string) => ({ id, indicatorId: "k", low, from });

it("tells two contributions of one card apart, and lays each on those that begin before it", () => {
  const map = aMap()
    .withCard(indicator)
    .withCard({
      id: "p",
      type: "project",
      contributions: [gives("one", 10, "2026"), gives("two", 20, "2028")],
    })
    .snapshot();
  const [reading] = answer(indicators, map, TODAY);
  const found = answer(wedge, map, TODAY, "k 0");
  const series = reading && found && wedgeSeries(reading, found, 0);
  expect(series?.parts.map(({ card, key }) => [card, key])).toEqual([
    ["p", "p one"],
    ["p", "p two"],
  ]);
  expect(series?.parts.map(({ band }) => band.at(-1))).toMatchObject([
    { low: 80, high: 70 },
    { low: 70, high: 50 },
  ]);
});

it("names the largest of many, in the order in which they begin, and lays the rest upon them", () => {
  const sizes = [1, 2, 3, 4, 5, 6, 7];
  const contributions = sizes.map((size) => gives(`c${size}`, size, String(2024 + Math.ceil(size / 2))));
  const map = aMap().withCard(indicator).withCard({ id: "p", type: "project", contributions }).snapshot();
  const [reading] = answer(indicators, map, TODAY);
  const found = answer(wedge, map, TODAY, "k 0");
  const series = reading && found && wedgeSeries(reading, found, 0);
  expect(series?.parts.map(({ key }) => key)).toEqual(["p c3", "p c4", "p c5", "p c6", "p c7", "rest"]);
  // 80 less 25 for the named, less 3 for the rest.
  expect(series?.parts.at(-1)?.band.at(-1)).toMatchObject({ low: 55, high: 52 });
});
