import type { Bar } from "@trellis/shared/derive/timeline";
import { firstDay, lastDay } from "@trellis/shared/schema/days";
import { describe, expect, it } from "vitest";
import { barShape, timeScale, xOf } from "./timeScale.ts";

const today = firstDay("2026-01-31");
const extent = (from: string, to: string) => ({ from: firstDay(from), to: lastDay(to) });
const labels = (scale: { ticks: readonly { label: string }[] }) => scale.ticks.map(({ label }) => label);

describe("the axis of the roadmap", () => {
  it("holds whole years, and today where it is near", () => {
    const near = timeScale(extent("2019-05", "2024"), "fit", 800, today);
    expect([near.from, near.to]).toEqual([firstDay("2019"), firstDay("2027")]);
    expect(near.today).toBeCloseTo(xOf(near, today), 1);
    const far = timeScale(extent("1990", "1999"), "fit", 1000, today);
    expect(far.today).toBeNull();
    expect(xOf(far, firstDay("1995"))).toBeCloseTo(500, -1);
    expect(timeScale({ from: null, to: null }, "fit", 150, today).ticks).toHaveLength(1);
  });

  it("has a tick for each year, fewer where they would touch, quarters where there is room", () => {
    expect(labels(timeScale(extent("2019", "2038"), "years", 800, today))).toHaveLength(20);
    expect(labels(timeScale(extent("2019", "2038"), "fit", 500, today))).toEqual([
      "2020",
      "2022",
      "2024",
      "2026",
      "2028",
      "2030",
      "2032",
      "2034",
      "2036",
      "2038",
    ]);
    expect(labels(timeScale(extent("2025", "2026"), "quarters", 300, today)).slice(0, 5)).toEqual([
      "2025",
      "Q2",
      "Q3",
      "Q4",
      "2026",
    ]);
  });

  it("stays a number of pixels for a year that nobody can mean", () => {
    const wide = timeScale(extent("0000", "9999"), "quarters", 800, today);
    expect(wide.width).toBe(60_000);
    expect(wide.ticks.every(({ x }) => Number.isFinite(x))).toBe(true);
    expect(wide.ticks.length).toBeLessThan(1500);
    expect(timeScale(extent("0050", "0051"), "fit", 400, today).from).toBe(firstDay("0050"));
  });
});

describe("where a bar lies", () => {
  const scale = timeScale(extent("2020", "2029"), "fit", 1000, today);
  const bar = (more: Partial<Bar>): Bar => ({
    card: "p" as Bar["card"],
    type: "project",
    start: null,
    end: null,
    from: null,
    to: null,
    fault: null,
    status: "in_delivery",
    phase: null,
    basis: "own",
    ...more,
  });
  const from = firstDay("2022");
  const to = lastDay("2023");

  it("from its first day to the end of its last", () => {
    const { known, open } = barShape(bar({ from, to }), scale, today) ?? {};
    expect(known?.x).toBeCloseTo(200, -1);
    expect(known?.width).toBeCloseTo(200, -1);
    expect(open).toBeNull();
    expect(barShape(bar({ from, to, basis: "phase" }), scale, today)).toMatchObject({ known: null });
  });

  it("without an end it is known until today and open from there; one that is over is not drawn on", () => {
    const running = barShape(bar({ from }), scale, today);
    expect((running?.known?.x ?? 0) + (running?.known?.width ?? 0)).toBeCloseTo(xOf(scale, today), 0);
    expect((running?.open?.x ?? 0) + (running?.open?.width ?? 0)).toBe(1000);
    expect(barShape(bar({ from, status: "completed" }), scale, today)?.open?.width).toBe(40);
    expect(barShape(bar({ to }), scale, today)?.open?.width).toBe(37);
  });

  it("never backwards, and nowhere without dates", () => {
    expect(barShape(bar({ from: to, to: from, fault: "ends_before_start" }), scale, today)).toBeNull();
    expect(barShape(bar({ basis: null }), scale, today)).toBeNull();
  });
});
