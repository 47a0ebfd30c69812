import { describe, expect, it } from "vitest";
import { columnsOf } from "./columns.ts";
import { forgetWidths, givenWidth, giveWidth, stepWidth } from "./columnWidths.ts";
import { tableStoreOf } from "./tableStore.ts";

const status = columnsOf("project").find(({ key }) => key === "status");
const level = columnsOf("project").find(({ key }) => key === "level");
if (!status || !level) throw new Error("projects have a status and a level");

describe("widths of columns", () => {
  it("are of one type, within reason, and the usual one again by steps or at once", () => {
    const store = tableStoreOf({});
    const width = (column = status) => givenWidth(store.getState().widths, "project", column);
    expect(stepWidth(store, "project", status, 1)).toBe(status.width + 1);
    expect(width()).toBe(status.width + 1);
    expect(givenWidth(store.getState().widths, "risk", status)).toBeUndefined();
    expect(stepWidth(store, "project", status, -1)).toBe(status.width);
    expect(width()).toBeUndefined();
    expect(giveWidth(store, "project", status, -5)).toBe(4);
    expect(giveWidth(store, "project", status, 5_000)).toBe(60);
    giveWidth(store, "project", level, 12.5);
    expect(giveWidth(store, "project", status, null)).toBe(status.width);
    expect(width(level)).toBe(12.5);
    giveWidth(store, "risk", level, 9);
    forgetWidths(store, "project");
    expect(width(level)).toBeUndefined();
    expect(givenWidth(store.getState().widths, "risk", level)).toBe(9);
  });
});
