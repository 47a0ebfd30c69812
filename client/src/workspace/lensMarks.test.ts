import { describe, expect, it } from "vitest";
import { lensSigns, signsWorn } from "./lensMarks.ts";

const signs = (...names: (string | number)[]) => lensSigns(names, String).map(({ sign }) => sign);

describe("signs of a lens", () => {
  it("are numbers, or letters that differ", () => {
    expect(signs(1, 2, 17)).toEqual(["1", "2", "17"]);
    expect(signs("Green", "Healthy", "Just")).toEqual(["G", "H", "J"]);
    expect(signs("Champions", "Intermediaries", "Culture of creativity")).toEqual(["Ch", "I", "Cu"]);
  });

  it("differ for any names at all", () => {
    const odd = ["", "—", "Aa", "aa", "AA", "Aab", "A", "Ä", "1", "ي", "!!"];
    expect(new Set(signs(...odd)).size).toBe(odd.length);
  });

  it("are all worn by a card with up to three values, and said in number beyond", () => {
    const of = (...names: string[]) => signsWorn(lensSigns(names, String)).map(({ sign }) => sign);
    expect(of("Operations", "Capital")).toEqual(["O", "C"]);
    expect(of("A", "B", "C")).toEqual(["A", "B", "C"]);
    expect(of("A", "B", "C", "D", "E")).toEqual(["A", "B", "+3"]);
  });

  it("keep white letters readable: 4.5 to 1 on every colour", () => {
    const share = (hex: string) => {
      const value = Number.parseInt(hex, 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    const colours = lensSigns(
      Array.from({ length: 10 }, (_, index) => index),
      String,
    ).map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(10);
    for (const colour of colours) {
      const [, red = "", green = "", blue = ""] = /^#(..)(..)(..)$/.exec(colour) ?? [];
      const light = 0.2126 * share(red) + 0.7152 * share(green) + 0.0722 * share(blue);
      expect(1.05 / (light + 0.05), colour).toBeGreaterThan(4.5);
    }
  });
});
