import { describe, expect, it } from "vitest";
import { keyCommand } from "./keyboard.ts";

const press = (key: string, modifiers: object = {}) =>
  keyCommand({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

describe("keyCommand", () => {
  it("goes with arrows and moves cards with Ctrl or Cmd and arrows", () => {
    expect(press("ArrowLeft")).toEqual({ kind: "go", direction: "left", extend: false });
    expect(press("ArrowLeft", { shiftKey: true })).toEqual({ kind: "go", direction: "left", extend: true });
    expect(press("ArrowDown", { ctrlKey: true })).toEqual({ kind: "nudge", by: [0, 12] });
    expect(press("ArrowRight", { metaKey: true })).toEqual({ kind: "nudge", by: [12, 0] });
  });

  it.each([
    ["Enter", "open"],
    ["Delete", "remove"],
    ["Backspace", "remove"],
    ["Escape", "clear"],
    ["n", "add"],
    ["c", "connect"],
    ["F2", "rename"],
    ["r", "actor"],
    ["m", "level"],
    ["p", "home"],
    ["t", "tidy"],
    ["l", "link"],
    ["]", "walk"],
    ["[", "walk"],
    ["Home", "parent"],
    ["ContextMenu", "menu"],
  ])("%s: %s", (key, kind) => {
    expect(press(key)?.kind).toBe(kind);
  });

  it("asks for the type with Shift+N, opens the menu with Shift+F10, reads a bracket typed with AltGr", () => {
    expect(press("N", { shiftKey: true })?.kind).toBe("addType");
    expect(press("F10", { shiftKey: true })?.kind).toBe("menu");
    expect(press("]", { ctrlKey: true, altKey: true })).toEqual({ kind: "walk", way: 1 });
    expect(press("F10")).toBeNull();
  });

  it("duplicates with Ctrl+D and leaves undo, copy and the browser's own keys alone", () => {
    expect(press("d", { ctrlKey: true })?.kind).toBe("duplicate");
    for (const key of ["z", "c", "v", "f", "n", "r"]) expect(press(key, { ctrlKey: true })).toBeNull();
    expect(press("ArrowLeft", { altKey: true })).toBeNull();
    expect(press("Tab")).toBeNull();
    expect(press("x")).toBeNull();
  });

  it("hears letters on a keyboard of another script by their place", () => {
    expect(press("т", { code: "KeyN" })?.kind).toBe("add");
    expect(press("Т", { code: "KeyN", shiftKey: true })?.kind).toBe("addType");
    expect(press("в", { code: "KeyD", ctrlKey: true })?.kind).toBe("duplicate");
  });
});
