import { describe, expect, it } from "vitest";
import { decodeMapFile } from "./mapFile.ts";

const LIMITS = { cards: 3, links: 3 };
const problems = (raw: unknown) => decodeMapFile(raw, LIMITS).problems ?? [];
const cards = [
  { id: "m", type: "mission", title: "Ours" },
  { id: "c", type: "challenge", title: "Heat" },
];

describe("decoding a file from outside", () => {
  it("[MAP20] answers a hostile file in one short sentence", () => {
    const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    for (const schemaVersion of [deep, { toString: 1, valueOf: 1 }, "x".repeat(1_000_000), null])
      expect(problems({ schemaVersion, cards: [] })).toEqual([
        "The file has a format without a number; this Trellis reads format 1.",
      ]);
    const [long] = problems({ cards: [{ ...cards[0], ["z".repeat(1_000_000)]: 1 }] });
    expect(long?.length).toBeLessThan(400);
    expect(problems({ title: 5, cards: [] })).toEqual(["map.title is not text."]);
    const targets = [
      { id: "t1", date: "2030" },
      { id: "t1", date: "2038" },
    ];
    expect(problems({ cards: [{ id: "k", type: "indicator", targets }] })).toEqual([
      "cards[0].targets has two entries with the same id.",
    ]);
  });

  it("[MAP20] says where a file does not fit, and takes nothing of it", () => {
    expect(problems(null)[0]).toMatch(/not a Trellis map/);
    expect(problems({ cards: {}, links: [] })[0]).toMatch(/not lists/);
    expect(problems({ schemaVersion: 2, cards: [], links: [] })[0]).toMatch(/format 2/);
    expect(problems({ cards: [{ id: "m", type: "mission", status: "done" }] })).toEqual([
      "cards[0].status is not one of the allowed values.",
    ]);
    expect(problems({ cards: [{ id: "m", type: "mission", colour: "red" }] })).toEqual([
      "cards[0].colour is not a field here.",
    ]);
    expect(problems({ cards: [{ id: "__proto__", type: "mission" }] })[0]).toMatch(/id is not a valid id/);
    expect(problems({ cards: [{ id: "k", type: "indicator", targets: [{ date: "2021-13" }] }] })[0]).toMatch(
      /cards\[0\]\.targets\[0\]\.date is not a date/,
    );
    expect(
      problems({ cards: [{ ...cards[0], description: { type: "doc", content: [{ type: "iframe" }] } }] })[0],
    ).toMatch(/unknown element/);
  });

  it("[MAP20] refuses links that join nothing, join wrongly or come twice", () => {
    const link = { type: "part_of", from: "c", to: "m" };
    expect(problems({ cards, links: [{ ...link, to: "x" }] })[0]).toMatch(/not in the file/);
    expect(problems({ cards, links: [{ type: "funds", from: "c", to: "m" }] })[0]).toMatch(/may not go/);
    expect(problems({ cards, links: [link, link] })[0]).toMatch(/two homes/);
    expect(problems({ cards: [cards[0], cards[0]], links: [] })[0]).toMatch(/Two cards/);
  });

  it("[MAP21] counts before it reads, so a huge file is refused at once", () => {
    const decoded = decodeMapFile({ cards: new Array(4).fill(cards[0]), links: [] }, LIMITS);
    expect(decoded).toMatchObject({ tooLarge: true });
    expect(decoded.problems?.[0]).toMatch(/4 cards; a map holds at most 3/);
  });

  it("[MAP22] reads an empty date as not known, at any depth", () => {
    const raw = {
      cards: [{ id: "e", type: "mission", phases: [{ id: "p", start: "" }] }],
      links: [],
      asOf: "",
    };
    const { file } = decodeMapFile(raw, LIMITS);
    expect(file?.settings.asOf).toBeNull();
    expect(file?.cards[0]?.phases).toEqual([{ id: "p", start: null }]);
  });
});
