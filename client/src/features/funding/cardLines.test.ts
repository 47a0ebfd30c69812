import type { MoneyRow } from "@trellis/shared/derive/money/moneyTree";
import { NOTHING } from "@trellis/shared/derive/money/sums";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { cardLines, rowsShown } from "./cardLines.ts";
import { spotAt } from "./gridKeys.ts";

const id = (text: string) => text as CardId;
const row = (card: string, parent: string | null, depth: number, more: Partial<MoneyRow> = {}): MoneyRow => ({
  card: id(card),
  parent: parent === null ? null : id(parent),
  depth,
  committed: NOTHING,
  sought: NOTHING,
  cover: null,
  from: null,
  why: "no_cost",
  otherCosts: [],
  projects: 0,
  withoutCost: 0,
  ...more,
});
const ROWS = [
  row("m", null, 0, { projects: 2, withoutCost: 1 }),
  row("c", "m", 1, { projects: 2, withoutCost: 1 }),
  row("p", "c", 2, { projects: 1, withoutCost: 1 }),
  row("q", "c", 2, { projects: 1, committed: { amount: 5, notKnown: 1, others: [] } }),
  row("d", "m", 1),
];
const ALL = { only: "all", folded: new Set<CardId>(), shown: null } as const;
const keys = (choice: Partial<Parameters<typeof cardLines>[1]>) =>
  cardLines(ROWS, { ...ALL, ...choice }).map(({ key, isMuted }) => (isMuted ? `(${key})` : key));

describe("the list of cards", () => {
  it("folds, narrows, and keeps what stands above a hit", () => {
    expect(keys({})).toEqual(["m", "c", "p", "q", "d"]);
    expect(keys({ folded: new Set([id("c")]) })).toEqual(["m", "c", "d"]);
    expect(keys({ only: "costless", folded: new Set([id("c")]) })).toEqual(["(m)", "(c)", "p"]);
    expect(keys({ only: "open" })).toEqual(["(m)", "(c)", "q"]);
    expect(keys({ shown: new Set([id("d")]) })).toEqual(["(m)", "d"]);
    expect(cardLines(ROWS, ALL).map(({ isOpen }) => isOpen)).toEqual([true, true, null, null, null]);
  });

  it("goes into a file as it is narrowed and filtered, folded or not", () => {
    const saved = (choice: Partial<Parameters<typeof rowsShown>[1]>) =>
      rowsShown(ROWS, { only: "all", shown: null, ...choice }).map(({ card }) => card);
    expect(saved({})).toEqual(["m", "c", "p", "q", "d"]);
    expect(saved({ only: "open" })).toEqual(["m", "c", "q"]);
    expect(saved({ shown: new Set([id("d")]) })).toEqual(["m", "d"]);
  });

  it("is walked by keys to its ends and no further", () => {
    const lines = cardLines(ROWS, ALL);
    const at = (card: string, column: number, to: Parameters<typeof spotAt>[2]) => {
      const spot = spotAt(lines, { card: id(card), column }, to, 2);
      return `${spot.card} ${spot.column}`;
    };
    expect(at("m", 0, "up")).toBe("m 0");
    expect(at("m", 3, "down")).toBe("c 3");
    expect(at("m", 0, "pageDown")).toBe("p 0");
    expect(at("d", 0, "down")).toBe("d 0");
    expect(at("d", 6, "right")).toBe("d 6");
    expect(at("d", 0, "left")).toBe("d 0");
    expect(at("q", 4, "rowStart")).toBe("q 0");
    expect(at("q", 4, "last")).toBe("d 6");
    expect(at("gone", 2, "down")).toBe("m 2");
  });
});
