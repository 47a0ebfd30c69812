import { describe, expect, it } from "vitest";
import { lookKey } from "./lookKeys.ts";

const press = (
  key: string,
  code: string,
  held: Partial<Record<"shiftKey" | "ctrlKey" | "altKey", true>> = {},
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("lookKey", () => {
  it("takes digits for degrees only while there is a focus", () => {
    expect(lookKey(press("2", "Digit2"), true, true)).toEqual({ kind: "degrees", degrees: 2 });
    expect(lookKey(press("2", "Digit2"), false, false)).toBeNull();
    expect(lookKey(press("4", "Digit4"), true, true)).toBeNull();
  });

  it("goes by the place of the digit with Shift, unless the keyboard needs Shift for digits", () => {
    expect(lookKey(press("!", "Digit1", { shiftKey: true }), true, true)).toEqual({ kind: "fit" });
    expect(lookKey(press('"', "Digit2", { shiftKey: true }), false, false)).toEqual({ kind: "fitSelected" });
    expect(lookKey(press("1", "Digit1", { shiftKey: true }), true, true)).toEqual({
      kind: "degrees",
      degrees: 1,
    });
    expect(lookKey(press("1", "Digit1", { shiftKey: true }), false, false)).toEqual({ kind: "fit" });
  });

  it("leaves Escape to others when there is nothing to end, and the browser's own keys alone", () => {
    expect(lookKey(press("Escape", "Escape"), false, true)).toEqual({ kind: "end" });
    expect(lookKey(press("Escape", "Escape"), false, false)).toBeNull();
    expect(lookKey(press("f", "KeyF", { ctrlKey: true }), false, false)).toBeNull();
    expect(lookKey(press("0", "Digit0", { ctrlKey: true }), false, false)).toBeNull();
  });

  it("tells letters by Shift", () => {
    expect(lookKey(press("f", "KeyF"), false, false)).toEqual({ kind: "focus" });
    expect(lookKey(press("P", "KeyP", { shiftKey: true }), false, false)).toEqual({ kind: "path" });
    expect(lookKey(press("p", "KeyP"), false, false)).toBeNull();
    expect(lookKey(press("U", "KeyU", { shiftKey: true }), false, false)).toEqual({
      kind: "unfold",
      others: "stay",
    });
    expect(lookKey(press("d", "KeyD"), false, false)).toBeNull();
  });
});
