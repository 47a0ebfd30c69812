import { expect, it } from "vitest";
import { keyCaps } from "./Keys.tsx";

it("keys are printed as the machine's own keyboard has them", () => {
  expect(keyCaps("Mod+Shift+Z", false)).toEqual([["Ctrl", "Shift", "Z"]]);
  expect(keyCaps("Mod+Shift+Z", true)).toEqual([["⌘", "⇧", "Z"]]);
});

it("alternatives stand apart, and plus is a key as well", () => {
  expect(keyCaps("Mod+Y Mod+Plus Escape", false)).toEqual([["Ctrl", "Y"], ["Ctrl", "+"], ["Esc"]]);
});
