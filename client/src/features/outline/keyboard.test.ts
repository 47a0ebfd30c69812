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

test("a letter alone finds a title and never changes the map", () => {
  for (const key of "abcdefghijklmnopqrstuvwxyzNMLä")
    for (const isTyping of [false, true]) expect(kind(key, {}, isTyping)).toBe("type");
  expect(kind(" ", {}, true)).toBe("type");
  expect(kind(" ")).toBe("select");
});

test("moving and linking are letters with Alt, whatever sign a Mac makes of them", () => {
  const alt = { ...NO_MODS, altKey: true };
  expect(kind("m", { altKey: true })).toBe("moveTo");
  expect(kind("L", { altKey: true })).toBe("linkTo");
  expect(outlineCommand({ key: "µ", code: "KeyM", ...alt }, false)).toEqual({ kind: "moveTo" });
  expect(outlineCommand({ key: "¬", code: "KeyL", ...alt }, true)).toEqual({ kind: "linkTo" });
  // Another layout's letter counts as what is printed on the key.
  expect(outlineCommand({ key: "q", code: "KeyL", ...alt }, false)).toBeNull();
  expect(kind("m", { altKey: true, ctrlKey: true })).toBeNull();
});

test("Backspace takes back a letter while a title is typed, and removes nothing ever", () => {
  expect(kind("Backspace", {}, true)).toBe("untype");
  expect(kind("Backspace")).toBeNull();
  expect(kind("Delete")).toBe("remove");
});
