import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { takeSnapshot } from "../read/observe.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { decodeMapFile, type MapFile } from "../schema/mapFile.ts";
import blank from "../templates/blank-mission.json" with { type: "json" };
import camden from "../templates/camden-renewal.json" with { type: "json" };
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import korea from "../templates/korea-innovation-cities.json" with { type: "json" };
import learning from "../templates/learning-community.json" with { type: "json" };
import { edit, ServerOrigin } from "./edit.ts";
import { importMap } from "./importMap.ts";

const LIMITS = { cards: 10_000, links: 50_000 };
const TEMPLATES = [blank, camden, manchester, korea, learning] as const;

function readTemplate(template: (typeof TEMPLATES)[number]): MapFile {
  const decoded = decodeMapFile(template, LIMITS);
  if (!decoded.file) throw new Error(decoded.problems.join(" "));
  return decoded.file;
}

function imported(file: MapFile): MapDoc {
  const map = new MapDoc(new Y.Doc());
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return map;
}

/** What a value says, without record ids, in an order that does not depend on how a list was sorted. */
const said = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.map(said).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "id")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, said(inner)]),
  );
};
const isNothing = (value: unknown) =>
  (Array.isArray(value) && value.length === 0) ||
  JSON.stringify(value) === "{}" ||
  JSON.stringify(value) === '{"sdg":[]}';

describe("importing a file", () => {
  it.each(TEMPLATES)("[OP16] $id says the same after import, card by card and link by link", (template) => {
    const file = readTemplate(template);
    const snapshot = takeSnapshot(imported(file));
    expect(snapshot.cards.size).toBe(file.cards.length);
    for (const { id, type, order: _order, ...fields } of file.cards) {
      const card = snapshot.cards.get(id) as unknown as Record<string, unknown>;
      expect(card.type).toBe(type);
      for (const [field, value] of Object.entries(fields)) {
        if (!isNothing(value)) expect(said(card[field]), `${id}.${field}`).toEqual(said(value));
      }
    }
    const homes = file.links.filter((link) => link.type === "part_of");
    for (const home of homes) expect(snapshot.cards.get(home.from)?.home).toBe(home.to);
    const others = file.links.filter((link) => link.type !== "part_of");
    expect(said([...snapshot.links.values()])).toEqual(said(others));
  });

  it("[OP16] keeps siblings in the order the file gives them", () => {
    const snapshot = takeSnapshot(imported(readTemplate(manchester)));
    const challenges = [...snapshot.cards.values()].filter((card) => card.type === "challenge");
    const byOrder = challenges
      .sort((a, b) => (String(a.order) < String(b.order) ? -1 : 1))
      .map((card) => card.id);
    expect(byOrder.slice(0, 3)).toEqual(["c-energy", "c-buildings", "c-transport"]);
  });
});
