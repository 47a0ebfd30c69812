import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import type { Way } from "../../ui/gridMoves.ts";
import { blockOf, type Places, spotAt, tableCommand } from "./tableKeys.ts";
import { HEAD } from "./tableStore.ts";

const id = (text: string) => text as CardId;
const PLACES: Places = { rows: ["a", "b", "c", "d"].map(id), columns: ["title", "status", "start"] };
const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {},
) => tableCommand({ key, code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe("keys of the table", () => {
  it("arrows go, and with Shift span a block", () => {
    expect(press("ArrowDown")).toEqual({ kind: "go", to: "down", extend: false });
    expect(press("ArrowRight", { shiftKey: true })).toEqual({ kind: "go", to: "right", extend: true });
    expect(press("End", { ctrlKey: true })).toEqual({ kind: "go", to: "last", extend: false });
  });

  it("a letter begins to write, whatever it is, and Enter writes in what is there", () => {
    for (const key of ["a", "A", "?", "7", "é", "서", "Process", "Dead"])
      expect(press(key)).toEqual({ kind: "write", letter: true });
    expect(press("Enter")).toEqual({ kind: "write", letter: false });
    expect(press("F2")).toEqual({ kind: "write", letter: false });
    // Signs that some keyboards make with Ctrl and Alt together are signs.
    expect(press("@", { ctrlKey: true, altKey: true })).toEqual({ kind: "write", letter: true });
  });

  it("Alt with the arrows across makes a column wider or narrower, and nothing else does", () => {
    expect(press("ArrowRight", { altKey: true })).toEqual({ kind: "widen", step: 1 });
    expect(press("ArrowLeft", { altKey: true })).toEqual({ kind: "widen", step: -1 });
    expect(press("ArrowDown", { altKey: true })).toBeNull();
    expect(press("ArrowLeft", { altKey: true, shiftKey: true })).toBeNull();
    expect(press("ArrowLeft", { altKey: true, metaKey: true })).toBeNull();
  });

  it("takes Ctrl or Cmd with D and A, and leaves the page its own keys", () => {
    expect(press("d", { ctrlKey: true })).toEqual({ kind: "fillDown" });
    expect(press("d", { metaKey: true })).toEqual({ kind: "fillDown" });
    expect(press("a", { ctrlKey: true })).toEqual({ kind: "all" });
    for (const key of ["z", "y", "k", "c", "v", "x"]) expect(press(key, { ctrlKey: true })).toBeNull();
    for (const key of ["Tab", "F6", "Shift"]) expect(press(key)).toBeNull();
  });
});

describe("places in the table", () => {
  it.each<[Way, string, string]>([
    ["up", "a", "status"],
    ["down", "c", "status"],
    ["left", "b", "title"],
    ["right", "b", "start"],
    ["rowStart", "b", "title"],
    ["rowEnd", "b", "start"],
    ["top", "a", "status"],
    ["bottom", "d", "status"],
    ["first", "a", "title"],
    ["last", "d", "start"],
    ["pageUp", "a", "status"],
    ["pageDown", "d", "status"],
  ])("%s", (way, row, column) => {
    expect(spotAt(PLACES, { row: id("b"), column: "status" }, way, 10)).toEqual({ row, column });
  });

  it("the heads stand above the first row, and edges hold", () => {
    expect(spotAt(PLACES, { row: id("a"), column: "title" }, "up", 10).row).toBe(HEAD);
    expect(spotAt(PLACES, { row: HEAD, column: "title" }, "down", 10)).toEqual({ row: "a", column: "title" });
    expect(spotAt(PLACES, { row: id("d"), column: "start" }, "down", 10)).toEqual({
      row: "d",
      column: "start",
    });
    expect(spotAt(PLACES, { row: id("d"), column: "start" }, "right", 10).column).toBe("start");
  });

  it("a block holds both corners whichever came first, and a corner that is gone is forgotten", () => {
    const spot = (row: string, column: string) => ({ row: id(row), column });
    const block = { top: 1, bottom: 2, left: 0, right: 1 };
    expect(blockOf(PLACES, spot("b", "status"), spot("c", "title"))).toEqual(block);
    expect(blockOf(PLACES, spot("c", "title"), spot("b", "status"))).toEqual(block);
    expect(blockOf(PLACES, spot("b", "status"), spot("gone", "title"))).toEqual({
      top: 1,
      bottom: 1,
      left: 1,
      right: 1,
    });
    expect(blockOf(PLACES, spot("gone", "title"), null)).toBeNull();
    expect(blockOf(PLACES, { row: HEAD, column: "title" }, null)).toBeNull();
  });
});
