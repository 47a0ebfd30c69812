import { answer } from "@trellis/shared/derive/ask";
import { riskGrid } from "@trellis/shared/derive/riskGrid";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { movedTo, riskKey, shownIn, walkedTo } from "./riskMoves.ts";

const pressed = (key: string, held: object = {}) =>
  riskKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

const risk = (id: string, likelihood?: number, impact?: number) => ({
  id,
  type: "risk" as const,
  ...(likelihood ? { likelihood } : {}),
  ...(impact ? { impact } : {}),
});
const grid = answer(
  riskGrid,
  aMap()
    .withCard(risk("top", 5, 5))
    .withCard(risk("a", 3, 2))
    .withCard(risk("b", 3, 2))
    .withCard(risk("low", 1, 1))
    .withCard(risk("none", 2))
    .snapshot(),
  { today: "2026-01-31" },
);
const placed = (id: string) => {
  const found = grid.all.find(({ card }) => card === id);
  if (!found) throw new Error(id);
  return found;
};

describe("risks by keyboard", () => {
  it("arrows walk, with Ctrl or Cmd they move; other keys are left alone", () => {
    expect(pressed("ArrowUp")).toEqual({ kind: "walk", way: "up" });
    expect(pressed("End")).toEqual({ kind: "walk", way: "last" });
    expect(pressed("ArrowUp", { ctrlKey: true })).toEqual({ kind: "move", way: "up" });
    expect(pressed("ArrowLeft", { metaKey: true })).toEqual({ kind: "move", way: "left" });
    expect(pressed("ArrowLeft", { altKey: true })).toBeNull();
    expect(pressed("a")).toBeNull();
  });

  it("moves by one grade and stops at the edges", () => {
    expect(movedTo(placed("a"), "up")).toEqual({ field: "likelihood", value: 4 });
    expect(movedTo(placed("a"), "left")).toEqual({ field: "impact", value: 1 });
    expect(movedTo(placed("top"), "up")).toBeNull();
    expect(movedTo(placed("top"), "right")).toBeNull();
    expect(movedTo(placed("low"), "down")).toBeNull();
    expect(movedTo(placed("none"), "up")).toBeNull();
  });

  it("walks to the nearest one above or below, and along the grid as it is read", () => {
    const from = (id: string, way: Parameters<typeof walkedTo>[2]) => walkedTo(grid.rows, id as CardId, way);
    expect([from("top", "down"), from("a", "down"), from("b", "down"), from("low", "down")]).toEqual([
      "a",
      "b",
      "low",
      undefined,
    ]);
    expect([from("low", "up"), from("b", "up"), from("a", "up")]).toEqual(["b", "a", "top"]);
    expect([from("top", "right"), from("top", "left"), from("a", "first"), from("a", "last")]).toEqual([
      "a",
      undefined,
      "top",
      "low",
    ]);
  });

  it("a full cell shows the first risks in the order of their numbers, and the one that has the focus", () => {
    const full = Array.from({ length: 12 }, (_, index) => risk(`r${index + 1}`, 3, 3)).reduce(
      (map, one) => map.withCard(one),
      aMap(),
    );
    const cell = answer(riskGrid, full.snapshot(), { today: "2026-01-31" }).rows[2]?.[2];
    const risks = cell?.risks ?? [];
    const shown = (focused: string | null) =>
      shownIn(risks, focused as CardId | null).map(({ card }) => card);
    expect(risks.map(({ card }) => card).slice(-3)).toEqual(["r10", "r11", "r12"]);
    expect(shown(null)).toEqual(["r1", "r2", "r3", "r4"]);
    expect(shown("r2")).toEqual(["r1", "r2", "r3", "r4"]);
    expect(shown("r11")).toEqual(["r1", "r2", "r3", "r11"]);
    expect(shownIn(risks.slice(0, 5), null)).toHaveLength(5);
  });
});
