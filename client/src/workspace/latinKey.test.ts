import { describe, expect, it } from "vitest";
import { latinKey } from "./latinKey.ts";

describe("latinKey", () => {
  it.each([
    ["n", "KeyN", "n"],
    ["N", "KeyN", "n"],
    // Dvorak: what is printed on the key wins over where it lies.
    ["n", "KeyL", "n"],
    ["т", "KeyN", "n"],
    ["Т", "KeyN", "n"],
    ["ν", "KeyN", "n"],
    ["ב", "KeyC", "c"],
    ["ن", "KeyK", "k"],
  ])("%s typed with %s is %s", (key, code, letter) => {
    expect(latinKey({ key, code })).toBe(letter);
  });

  it("leaves named keys, digits, signs and letters without a Latin place alone", () => {
    for (const [key, code] of [
      ["Enter", "Enter"],
      ["ArrowLeft", "ArrowLeft"],
      ["2", "Digit2"],
      ["[", "BracketLeft"],
      [".", "KeyE"],
      ["х", "BracketLeft"],
      ["Process", "KeyN"],
      ["Dead", "KeyN"],
    ] as const)
      expect(latinKey({ key, code })).toBe(key);
  });
});
