import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { aMap } from "../../../tests/support/builders.ts";
import { CLIPBOARD_LIMITS, decodeClipboard, encodeClipboard } from "../codecs/clipboard.ts";
import { decodeOutline, encodeOutline, outlineCards } from "../codecs/outline.ts";
import { missionTree, parentOf } from "../derive/tree.ts";
import { takeSnapshot } from "../read/observe.ts";
import { type Body, readBody } from "../schema/body.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { addCard, removeCard } from "./cards.ts";
import { edit, LocalOrigin } from "./edit.ts";
import { OpError } from "./opError.ts";
import { type Pasted, pasteCards } from "./pasteCards.ts";

const id = (text: string) => text as CardId;
const here = new LocalOrigin();
const TEXT: Body = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "In words", marks: [{ type: "bold" }] }] }],
};

const source = aMap("Heat")
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c", level: "municipal", pos: [40, 50], description: TEXT })
  .withCard({ id: "q", type: "project", home: "p", level: "national" })
  .withCard({ id: "a", type: "actor", level: "municipal" })
  .withLink({ type: "responsible", from: "a", to: "p", role: "accountable" })
  .withLink({ type: "depends_on", from: "p", to: "q", note: "first" });

function copied(map: MapDoc, ids: readonly string[], mapId = "one") {
  const snapshot = takeSnapshot(map);
  const bodies = new Map(
    [...snapshot.cards.keys()].flatMap((card) => {
      const body = readBody(map.body(card));
      return body ? [[card, body] as const] : [];
    }),
  );
  const decoded = decodeClipboard(encodeClipboard(snapshot, bodies, new Set(ids.map(id)), mapId));
  if (!decoded.copied) throw new Error(decoded.problem);
  return decoded.copied;
}

const paste = (map: MapDoc, from: ReturnType<typeof copied>, sameMap: boolean): Pasted =>
  edit(map, here, (draft) => pasteCards(draft, { copied: from, sameMap, by: [28, 28] }));

describe("pasting cards", () => {
  it("[OP19] on the same map keeps fields, text, links among the copies and links to cards that still stand", () => {
    const map = new MapDoc(source.doc());
    const before = takeSnapshot(map);
    const { cards, homesLost, linksLost } = paste(map, copied(map, ["p", "q"]), true);
    const after = takeSnapshot(map);
    const [p, q] = ["municipal", "national"].map((level) =>
      cards.find((each) => (after.cards.get(each) as { level?: string }).level === level),
    ) as [CardId, CardId];
    expect({ homesLost, linksLost }).toEqual({ homesLost: 0, linksLost: 0 });
    expect(after.cards.size).toBe(before.cards.size + 2);
    expect(after.cards.get(p)).toMatchObject({ title: "p", home: "c", pos: [68, 78] });
    expect(after.cards.get(q)).toMatchObject({ title: "q", home: p, pos: null });
    expect(readBody(map.body(p))).toEqual(TEXT);
    const fresh = [...after.links.values()].filter((link) => !before.links.has(link.id));
    expect(fresh).toHaveLength(2);
    expect(fresh).toContainEqual(
      expect.objectContaining({ type: "responsible", from: "a", to: p, role: "accountable" }),
    );
    expect(fresh).toContainEqual(
      expect.objectContaining({ type: "depends_on", from: p, to: q, note: "first" }),
    );
  });

  it("[OP20] on another map drops links and homes that lead to cards not copied, and says how many", () => {
    const from = copied(new MapDoc(source.doc()), ["p", "q"]);
    const other = new MapDoc(aMap("Other").withCard({ id: "c", type: "challenge" }).doc());
    const { cards, homesLost, linksLost } = paste(other, from, false);
    expect({ homesLost, linksLost }).toEqual({ homesLost: 1, linksLost: 1 });
    const after = takeSnapshot(other);
    // A card with the same id on another map is another card.
    expect(cards.filter((each) => after.cards.get(each)?.home === id("c"))).toEqual([]);
    expect([...after.links.values()].map(({ type }) => type)).toEqual(["depends_on"]);
  });

  it("[OP20] counts what the map has lost since the copy", () => {
    const map = new MapDoc(source.doc());
    const from = copied(map, ["p"]);
    edit(map, here, (draft) => {
      removeCard(draft, { card: id("a"), children: "none" });
      removeCard(draft, { card: id("c"), children: "none" });
    });
    expect(paste(map, from, true)).toMatchObject({ homesLost: 1, linksLost: 1 });
  });

  it("[OP20] closes no circle: a copy between two that came to depend the other way is left unlinked", () => {
    const map = new MapDoc(
      aMap()
        .withCard({ id: "x", type: "project" })
        .withCard({ id: "y", type: "project" })
        .withCard({ id: "z", type: "project" })
        .withLink({ type: "depends_on", from: "x", to: "y" })
        .withLink({ type: "depends_on", from: "z", to: "x" })
        .doc(),
    );
    const from = copied(map, ["x"]);
    const turned = {
      ...from,
      outside: [...from.outside, { type: "depends_on", from: "y", to: "x" } as never],
    };
    expect(paste(map, turned, true).linksLost).toBe(1);
  });

  it("[OP19] replaces what only its own map knows: a source's id becomes its title", () => {
    const cited = new MapDoc(aMap().withCard({ id: "m", type: "mission", statusSource: "s1" }).doc());
    edit(cited, here, (draft) => draft.setSetting("sources/s1", { title: "Annual report 2025" }));
    const from = copied(cited, ["m"]);
    const other = new MapDoc(new Y.Doc());
    const [there] = paste(other, from, false).cards as [CardId];
    expect(takeSnapshot(other).cards.get(there)).toMatchObject({ statusSource: "Annual report 2025" });
    const [beside] = paste(cited, from, true).cards as [CardId];
    expect(takeSnapshot(cited).cards.get(beside)).toMatchObject({ statusSource: "s1" });
  });

  it("[OP1] refuses a value that does not fit before it writes anything", () => {
    const map = new MapDoc(source.doc());
    const from = copied(map, ["p"]);
    const before = Y.encodeStateVector(map.doc);
    const bad = { ...from, cards: [...from.cards, { id: id("z"), type: "project", level: "moon" } as never] };
    expect(() => paste(map, bad, true)).toThrow(OpError);
    expect(Y.encodeStateVector(map.doc)).toEqual(before);
  });

  it("[OP19] pastes 500 cards in one transaction and one undo step", () => {
    const map = new MapDoc(new Y.Doc());
    edit(map, here, (draft) => void addCard(draft, { id: id("m"), type: "mission" }));
    const undo = new Y.UndoManager(map.doc, { trackedOrigins: new Set([LocalOrigin]), captureTimeout: 0 });
    const rows = Array.from({ length: 500 }, (_, index) => `${index % 5 ? "\t" : ""}Row ${index}`).join("\n");
    const { lines } = decodeOutline(rows);
    const { copied: cards } = outlineCards(
      lines ?? [],
      { type: "challenge", level: null, home: id("m") },
      "x",
    );
    let transactions = 0;
    map.doc.on("afterTransaction", () => transactions++);
    paste(map, cards, true);
    expect(transactions).toBe(1);
    expect(takeSnapshot(map).cards.size).toBe(501);
    undo.undo();
    expect(takeSnapshot(map).cards.size).toBe(1);
  });
});

describe("what comes from the clipboard", () => {
  it("is refused unless it is what Trellis wrote", () => {
    for (const text of [
      "",
      "{",
      "[]",
      "null",
      '{"trellis":1}',
      '{"trellis":1,"map":"x","file":{},"outside":[]}',
    ])
      expect(decodeClipboard(text).problem).toBe("unreadable");
    const good = JSON.parse(
      encodeClipboard(source.snapshot(), new Map(), new Set([id("p")]), "one"),
    ) as Record<string, unknown>;
    const wrong = (patch: object) => decodeClipboard(JSON.stringify({ ...good, ...patch })).problem;
    expect(wrong({})).toBeUndefined();
    expect(wrong({ outside: [{ type: "no_such", from: "p", to: "a" }] })).toBe("unreadable");
    expect(wrong({ outside: [{ type: "responsible", from: "a", to: "p" }] })).toBe("unreadable");
    expect(wrong({ file: { cards: [{ id: "p", type: "project", level: "moon" }], links: [] } })).toBe(
      "unreadable",
    );
    const many = Array.from({ length: CLIPBOARD_LIMITS.cards + 1 }, (_, index) => ({
      id: `n${index}`,
      type: "note",
    }));
    expect(wrong({ file: { cards: many, links: [] } })).toBe("too_large");
    expect(decodeClipboard(" ".repeat(CLIPBOARD_LIMITS.characters + 1)).problem).toBe("too_large");
  });
});

describe("an outline", () => {
  const lines = (text: string) => decodeOutline(text).lines?.map(({ title, depth }) => [depth, title]);

  it("reads indentation, bullets, numbers and columns", () => {
    expect(lines("Heat\n  - Retrofit\n    1. Survey\n  * Pumps\nMove")).toEqual([
      [0, "Heat"],
      [1, "Retrofit"],
      [2, "Survey"],
      [1, "Pumps"],
      [0, "Move"],
    ]);
    expect(lines('Heat\n\tRetrofit\n\t"Pumps, ""large""\nones"\r\n\n')).toEqual([
      [0, "Heat"],
      [1, "Retrofit"],
      [1, 'Pumps, "large" ones'],
    ]);
    expect(lines('6" pipes\tlong')).toEqual([[0, '6" pipes']]);
  });

  it("throws nothing away: further columns and the end of a long title become the card's text", () => {
    const long = "x".repeat(10_000);
    const { lines: read } = decodeOutline(`Heat\tby 2030\tCouncil\n${long}`);
    expect(read?.[0]).toMatchObject({ title: "Heat", rest: "by 2030\nCouncil" });
    expect(read?.[1]?.title).toHaveLength(120);
    expect(read?.[1]?.rest).toBe(long);
    const map = new MapDoc(new Y.Doc());
    const { copied: cards } = outlineCards(read ?? [], { type: "note", level: null, home: null }, "x");
    const pasted = paste(map, cards, true);
    expect(JSON.stringify(readBody(map.body(pasted.cards[1] as CardId)))).toContain(long);
  });

  it("makes the next step down the tree of lines set in, and stands beside what can hold nothing", () => {
    const { lines: read } = decodeOutline("Carbon\n\tHeat\n\t\tRetrofit\n\t\t\tSurvey\nCouncil");
    const map = new MapDoc(new Y.Doc());
    const made = outlineCards(read ?? [], { type: "mission", level: "national", home: null }, "x");
    const { cards } = paste(map, made.copied, true);
    const after = takeSnapshot(map).cards;
    const tree = missionTree(after);
    expect(cards.map((each) => after.get(each)?.type)).toEqual([
      "mission",
      "challenge",
      "project",
      "project",
      "mission",
    ]);
    expect(cards.map((each) => parentOf(tree, each))).toEqual([null, cards[0], cards[1], cards[2], null]);
    const notes = outlineCards(read ?? [], { type: "note", level: null, home: null }, "x");
    expect(notes.flattened).toBe(3);
  });

  it("is written as it is read: homes set in, titles of one line", () => {
    const snapshot = source.snapshot();
    const text = encodeOutline(snapshot, new Set(["c", "p", "q", "a"].map(id)), (type) => type);
    expect(text).toBe("c\n\tp\n\t\tq\na");
    expect(lines(text)).toEqual([
      [0, "c"],
      [1, "p"],
      [2, "q"],
      [0, "a"],
    ]);
  });

  it("says when there is nothing, or too much", () => {
    expect(decodeOutline(" \n\t\n").problem).toBe("empty");
    expect(decodeOutline("x\n".repeat(CLIPBOARD_LIMITS.cards + 1)).problem).toBe("too_large");
  });
});
