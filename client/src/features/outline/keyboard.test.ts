import { expect, test } from "vitest";
import { outlineCommand } from "./keyboard.ts";

const NO_MODS = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const kind = (key: string, mods: Partial<typeof NO_MODS> = {}, isTyping = false) =>
  outlineCommand({ key, ...NO_MODS, ...mods }, isTyping)?.kind ?? null;

test("arrows go, with Shift they extend, with Control they leave the selection", () => {
  const reach = (mods: Partial<typeof NO_MODS>) =>
    outlineCommand({ key: "ArrowDown", ...NO_MODS, ...mods }, false);
  expect(reach({})).toEqual({ kind: "go", to: "down", reach: "select" });
  expect(reach({ shiftKey: true })).toEqual({ kind: "go", to: "down", reach: "extend" });
  expect(reach({ ctrlKey: true })).toEqual({ kind: "go", to: "down", reach: "only" });
});

test("Control and Command mean the same", () => {
  for (const mod of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(kind("Enter", mod)).toBe("addBelow");
    expect(kind("Enter", { ...mod, shiftKey: true })).toBe("addInside");
    expect(kind("]", mod)).toBe("moveIn");
    expect(kind("[", mod)).toBe("moveOut");
  }
});

test("undo, copying and the palette are left to others", () => {
  for (const key of ["z", "y", "c", "x", "v", "k"]) expect(kind(key, { ctrlKey: true })).toBeNull();
  expect(kind("z", { metaKey: true, shiftKey: true })).toBeNull();
  expect(kind("Tab")).toBeNull();
  expect(kind("?")).toBeNull();
});

test("letters of commands are letters of a title while one is being typed", () => {
  expect(kind("n")).toBe("addBelow");
  expect(kind("m")).toBe("moveTo");
  expect(kind("l")).toBe("linkTo");
  for (const key of ["n", "m", "l", " "]) expect(kind(key, {}, true)).toBe("type");
  expect(kind(" ")).toBe("select");
  expect(kind("ä")).toBe("type");
});
