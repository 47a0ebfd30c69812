import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { laneLayout } from "../derive/lanes.ts";
import { edit, ServerOrigin } from "../ops/edit.ts";
import { importMap } from "../ops/importMap.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import { CARD_TYPES, type CardType } from "../schema/enums.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { decodeMapFile } from "../schema/mapFile.ts";
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import { encodeSvg } from "./svg.ts";
import { textWidth, wrapText } from "./wrapText.ts";
import { xmlText } from "./xml.ts";

const TODAY = "2026-01-31";

function snapshotOf(raw: unknown): MapSnapshot {
  const decoded = decodeMapFile(raw, { cards: 10_000, links: 50_000 });
  if (!decoded.file) throw new Error(decoded.problems.join(" "));
  const map = new MapDoc(new Y.Doc());
  const { file } = decoded;
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return takeSnapshot(map);
}

const pictureOf = (raw: unknown, shown?: ReadonlySet<CardType>): string =>
  encodeSvg(snapshotOf(raw), { today: TODAY, ...(shown ? { shown } : {}) });

/** Elements opened and closed in order, text and attributes without a loose `<` or `&`: well-formed XML. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [tag, closing, name = "", selfClosing] of xml.matchAll(
    /<(\/?)([A-Za-z]+)(?:\s+[\w:-]+="[^"<]*")*(\/?)>/g,
  )) {
    if (closing) expect(open.pop(), tag).toBe(name);
    else if (!selfClosing) open.push(name);
  }
  expect(open).toEqual([]);
  const between = xml.replace(/<(\/?)([A-Za-z]+)(?:\s+[\w:-]+="[^"<]*")*(\/?)>/g, "");
  expect(between).not.toMatch(/[<>]/);
  expect(xml).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
}

describe("encodeSvg", () => {
  it("[MAP25] draws every shown card of Greater Manchester, named for people who cannot see it", () => {
    const snapshot = snapshotOf(manchester);
    for (const shown of [undefined, new Set(CARD_TYPES)]) {
      const svg = encodeSvg(snapshot, { today: TODAY, ...(shown ? { shown } : {}) });
      const layout = laneLayout(snapshot, shown ? { shown } : {});
      expectWellFormed(svg);
      expect(svg.match(/<g><title>/g)).toHaveLength(layout.cards.size);
      for (const box of layout.cards.values()) {
        expect(svg).toContain(xmlText(snapshot.cards.get(box.id)?.title ?? "-"));
      }
    }
    const svg = encodeSvg(snapshot, { today: TODAY });
    expect(svg).toContain('<title id="map-title">Greater Manchester: carbon neutral by 2038</title>');
    expect(svg).toContain("21 projects, 4 instruments, 45 actors");
    for (const lane of ["Supranational", "City-region", "Neighbourhood"])
      expect(svg).toContain(`>${lane}</text>`);
  });

  it("[MAP25] nothing a person typed becomes markup, and nothing XML cannot hold is written", () => {
    const nasty = `</text><script>alert("x")</script> & 'q' \u0000\u001b\uFFFE end`;
    const svg = pictureOf(
      {
        title: nasty,
        place: nasty,
        cards: CARD_TYPES.map((type) => ({
          id: type,
          type,
          title: nasty,
          ...(type === "actor" ? { level: "municipal" } : {}),
        })),
        links: [],
      },
      new Set(CARD_TYPES),
    );
    expectWellFormed(svg);
    expect(svg).not.toContain("<script");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there.
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(xmlText("a\ud800b")).toBe("a\ufffdb");
  });

  it("[MAP25] tells the types by shape: pill, cut corner, hexagon and block", () => {
    const one = (type: string) =>
      pictureOf({ title: "T", cards: [{ id: "x", type, title: "X", level: "municipal" }], links: [] });
    const shape = (type: string) => /<g><title>.*?<\/title>(<(?:rect|path)[^>]*>)/.exec(one(type))?.[1] ?? "";
    expect(shape("actor")).toContain('rx="32"');
    expect(shape("instrument")).toMatch(/^<path d="M\S+ \S+H\S+L\S+ \S+V\S+H\S+Z"/);
    expect(shape("project")).toMatch(/^<rect .*rx="6"/);
    expect(new Set(["mission", "challenge", "project", "instrument", "actor"].map(shape)).size).toBe(5);
  });

  it("[MAP25] marks duties with the letter of their role", () => {
    const link = (role: string) => ({ type: "responsible", from: "a", to: "p", role });
    const svg = (...links: object[]) =>
      pictureOf({
        title: "T",
        cards: [
          { id: "p", type: "project", title: "P", level: "municipal" },
          { id: "a", type: "actor", title: "A", level: "national" },
        ],
        links,
      });
    expect(svg(link("accountable")).match(/font-size="10"[^>]*>A</g)).toHaveLength(1);
    expect(svg(link("consulted")).match(/font-size="10"[^>]*>C</g)).toHaveLength(1);
    expect(svg().match(/font-size="10"/g)).toBeNull();
  });

  it("[MAP25] draws an empty map and one of 5,000 cards", () => {
    expectWellFormed(pictureOf({ title: "", cards: [], links: [] }));
    const cards = Array.from({ length: 5000 }, (_, index) => ({
      id: `c${index}`,
      type: index % 2 ? "project" : "actor",
      title: `Card ${index}`,
      level: "municipal",
    }));
    const links = cards.slice(0, 2000).map((card, index) => ({
      type: "responsible",
      from: `c${2 * index}`,
      to: `c${2 * index + 1}`,
      role: "responsible",
      note: card.title,
    }));
    const svg = pictureOf({ title: "Large", cards, links });
    expect(svg.match(/<g><title>/g)).toHaveLength(5000);
  });
});

describe("wrapText", () => {
  it("keeps lines within their width and ends in an ellipsis when there is more", () => {
    const text = "A rather long title that does not fit on two lines of a card of this width";
    const lines = wrapText(text, 150, 14, 2, true);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.endsWith("…")).toBe(true);
    for (const line of lines) expect(textWidth(line, 14, true)).toBeLessThanOrEqual(150);
    expect(wrapText("Short", 150, 14, 2)).toEqual(["Short"]);
    expect(wrapText(" \n ", 150, 14, 2)).toEqual([]);
  });

  it("breaks a word that is wider than the line, whole characters at a time", () => {
    const lines = wrapText("🌍".repeat(40), 100, 14, 3);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line.isWellFormed()).toBe(true);
    expect(lines.at(-1)?.endsWith("…")).toBe(true);
  });
});
