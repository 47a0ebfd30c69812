import { describe, expect, it } from "vitest";
import { SPOKEN_MS, type SpokenLine, stillSpoken, withSentence } from "./spokenLines.ts";

const texts = (lines: readonly SpokenLine[]) => lines.map(({ text }) => text);

describe("sentences that are spoken", () => {
  it("all stand there when they are said in one moment, also the same one twice", () => {
    const lines = ["Saved.", "Flood joined.", "Saved."].reduce<readonly SpokenLine[]>(
      (before, text) => withSentence(before, text, 100),
      [],
    );
    expect(texts(lines)).toEqual(["Saved.", "Flood joined.", "Saved."]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
  });

  it("go once there was time to take them up, all but the newest", () => {
    const lines = withSentence(withSentence([], "One.", 0), "Two.", 3_000);
    expect(stillSpoken(lines, SPOKEN_MS - 1)).toBe(lines);
    expect(texts(stillSpoken(lines, SPOKEN_MS))).toEqual(["Two."]);
    expect(texts(stillSpoken(lines, 60_000))).toEqual(["Two."]);
    expect(texts(withSentence(lines, "Three.", 60_000))).toEqual(["Two.", "Three."]);
  });

  it("never pile up without end, and keep their own keys", () => {
    let lines: readonly SpokenLine[] = [];
    for (let count = 0; count < 100; count++) lines = withSentence(lines, String(count), count);
    expect(texts(lines)).toEqual(Array.from({ length: 30 }, (_, index) => String(70 + index)));
    expect(new Set(lines.map(({ key }) => key)).size).toBe(30);
  });
});
