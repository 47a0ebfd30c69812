import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { edit, ServerOrigin } from "../ops/edit.ts";
import { importMap } from "../ops/importMap.ts";
import { takeSnapshot } from "../read/observe.ts";
import { CARD_TYPES } from "../schema/enums.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { decodeMapFile } from "../schema/mapFile.ts";
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import { encodePicture, PICTURE_SIZE } from "./picture.ts";

function pictureOf(raw: unknown): string {
  const { file, problems } = decodeMapFile(raw, { cards: 10_000, links: 50_000 });
  if (!file) throw new Error(problems.join(" "));
  const map = new MapDoc(new Y.Doc());
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return encodePicture(takeSnapshot(map));
}

/** How many shapes are filled with a colour. */
function shapes(svg: string, fill: string): number {
  const path = new RegExp(`<path d="([^"]*)" fill="${fill}"`).exec(svg)?.[1] ?? "";
  return path.match(/M/g)?.length ?? 0;
}

const card = (id: string, type: string, more: object = {}) => ({ id, type, title: id, ...more });
const PROJECT = "#8fc4b9";
const ACTOR = "#c3d4ee";

describe("encodePicture", () => {
  it("[HP2] draws the overview of Greater Manchester in less than 20 kB, without words", () => {
    const svg = pictureOf(manchester);
    expect(svg.length).toBeLessThan(20_000);
    expect([shapes(svg, PROJECT), shapes(svg, ACTOR), shapes(svg, "#f6d99f")]).toEqual([21, 45, 7]);
    expect(svg).not.toContain("<text");
    expect(svg.match(/<title>/g)).toHaveLength(1);
  });

  it("[HP2] 10,000 cards with 10,000 homes stay below 150 kB", () => {
    const missions = [card("m", "mission")];
    const cards = Array.from({ length: 9_999 }, (_, index) =>
      card(`c${index}`, index % 3 === 0 ? "challenge" : index % 3 === 1 ? "project" : "actor", {
        level: "municipal",
      }),
    );
    const links = cards
      .filter(({ type }) => type === "challenge")
      .map(({ id }) => ({ type: "part_of", from: id, to: "m" }));
    const svg = pictureOf({ title: "Large", cards: [...missions, ...cards], links });
    expect(svg.length).toBeLessThan(150_000);
    expect(shapes(svg, PROJECT)).toBeGreaterThan(300);
  });

  it("[HP2] one card dragged far away leaves the others their size", () => {
    const cards = Array.from({ length: 12 }, (_, index) =>
      card(`p${index}`, "project", { level: "national" }),
    );
    const widthOf = (svg: string) =>
      Number(/M[\d.-]+ [\d.-]+h([\d.]+)v[\d.]+h-[\d.]+z" fill="#8fc4b9"/.exec(svg)?.[1]);
    const near = widthOf(pictureOf({ title: "T", cards, links: [] }));
    const far = widthOf(
      pictureOf({ title: "T", cards: [{ ...cards[0], pos: [1e9, 1e9] }, ...cards.slice(1)], links: [] }),
    );
    expect(near).toBeGreaterThan(20);
    expect(far).toBeGreaterThan(near / 2);
  });

  it("[HP2] a title with markup stays text; an empty map and every type alone can be drawn", () => {
    const nasty = pictureOf({ title: "</title><script>&\u0000", cards: [], links: [] });
    expect(nasty).toContain("&lt;/title&gt;&lt;script&gt;&amp;");
    expect(nasty).not.toContain("<script");
    for (const type of CARD_TYPES) {
      const svg = pictureOf({
        title: "T",
        cards: [card("x", type, type === "actor" ? { level: "national" } : {})],
        links: [],
      });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg).toContain(`viewBox="0 0 ${PICTURE_SIZE.width} ${PICTURE_SIZE.height}"`);
    }
  });
});
