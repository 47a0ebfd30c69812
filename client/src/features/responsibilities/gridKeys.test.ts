import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { gridCommand, spotAt } from "./gridKeys.ts";
import type { MatrixColumn, MatrixLine } from "./matrixTable.ts";

const rows = 30;
const table = {
  lines: Array.from({ length: rows }, (_, at) => ({ key: `r${at}` }) as MatrixLine),
  columns: Array.from({ length: 3 }, (_, at) => ({ actor: `a${at}` }) as MatrixColumn),
};
const spot = (card: string | null, actor: string | null) => ({
  card: card as CardId | null,
  actor: actor as CardId | null,
});
const go = (from: ReturnType<typeof spot>, to: Parameters<typeof spotAt>[2]) => spotAt(table, from, to, 10);

describe("moving in the matrix", () => {
  it("goes from cell to cell and stops at the ends", () => {
    expect(go(spot("r0", "a0"), "right")).toEqual(spot("r0", "a1"));
    expect(go(spot("r0", "a2"), "right")).toEqual(spot("r0", "a2"));
    expect(go(spot("r29", "a0"), "down")).toEqual(spot("r29", "a0"));
  });

  it("reaches the heads, but never the corner", () => {
    expect(go(spot("r0", "a0"), "left")).toEqual(spot("r0", null));
    expect(go(spot("r0", "a0"), "up")).toEqual(spot(null, "a0"));
    expect(go(spot("r0", null), "up")).toEqual(spot("r0", null));
    expect(go(spot(null, "a0"), "left")).toEqual(spot(null, "a0"));
    expect(go(spot(null, "a1"), "down")).toEqual(spot("r0", "a1"));
  });

  it("jumps to the ends of a row, of the matrix, and by pages", () => {
    expect(go(spot("r5", "a1"), "rowStart")).toEqual(spot("r5", null));
    expect(go(spot("r5", "a1"), "rowEnd")).toEqual(spot("r5", "a2"));
    expect(go(spot("r5", "a1"), "first")).toEqual(spot("r0", null));
    expect(go(spot("r5", "a1"), "last")).toEqual(spot("r29", "a2"));
    expect(go(spot("r5", "a1"), "pageDown")).toEqual(spot("r15", "a1"));
    expect(go(spot("r25", "a1"), "pageDown")).toEqual(spot("r29", "a1"));
    expect(go(spot("r5", "a1"), "pageUp")).toEqual(spot("r0", "a1"));
  });
});

describe("keys of the matrix", () => {
  const key = (
    name: string,
    held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", true>> = {},
  ) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  it("reads letters as roles, with the shift key or without", () => {
    expect(gridCommand(key("a"), true)).toEqual({ kind: "role", role: "accountable" });
    expect(gridCommand(key("R", { shiftKey: true }), true)).toEqual({ kind: "role", role: "responsible" });
    expect(gridCommand(key("x"), true)).toBeNull();
  });

  it("leaves the browser its own keys", () => {
    for (const name of ["a", "c", "r", "i"])
      expect(gridCommand(key(name, { ctrlKey: true }), true)).toBeNull();
    expect(gridCommand(key("ArrowLeft", { altKey: true }), true)).toBeNull();
  });

  it("opens the menu on a cell and the card on a head", () => {
    expect(gridCommand(key("Enter"), true)).toEqual({ kind: "menu" });
    expect(gridCommand(key("Enter"), false)).toEqual({ kind: "show" });
    expect(gridCommand(key("F10", { shiftKey: true }), true)).toEqual({ kind: "menu" });
    expect(gridCommand(key("Delete"), true)).toEqual({ kind: "clear" });
    expect(gridCommand(key("Home", { ctrlKey: true }), true)).toEqual({ kind: "go", to: "first" });
  });
});
