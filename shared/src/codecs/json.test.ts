import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addCard, editField } from "../ops/cards.ts";
import { edit, LocalOrigin, ServerOrigin } from "../ops/edit.ts";
import { moveHome, reorder } from "../ops/home.ts";
import { importMap } from "../ops/importMap.ts";
import { placeCards } from "../ops/layout.ts";
import { takeSnapshot } from "../read/observe.ts";
import { type Body, readBody } from "../schema/body.ts";
import { fieldsOfCard } from "../schema/cardTypes.ts";
import type { CardId, LinkId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { decodeMapFile, type MapFile } from "../schema/mapFile.ts";
import blank from "../templates/blank-mission.json" with { type: "json" };
import camden from "../templates/camden-renewal.json" with { type: "json" };
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import korea from "../templates/korea-innovation-cities.json" with { type: "json" };
import learning from "../templates/learning-community.json" with { type: "json" };
import { encodeMapFile, type WrittenMap } from "./json.ts";

const id = (text: string) => text as CardId;

function decoded(raw: unknown): MapFile {
  const result = decodeMapFile(raw, { cards: 10_000, links: 50_000 });
  if (!result.file) throw new Error(result.problems.join(" "));
  return result.file;
}
function imported(raw: unknown): MapDoc {
  const map = new MapDoc(new Y.Doc());
  const file = decoded(raw);
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return map;
}
function written(map: MapDoc): WrittenMap {
  const bodies = new Map<CardId, Body>();
  for (const card of map.cardIds()) {
    const body = map.hasBody(card) ? readBody(map.body(card)) : null;
    if (body) bodies.set(card, body);
  }
  return encodeMapFile(takeSnapshot(map), bodies);
}
/** As it would come back from disk. */
const onDisk = (file: WrittenMap): unknown => JSON.parse(JSON.stringify(file));

type Json = Record<string, unknown>;

/** What a shipped file says, less what a file from Trellis writes differently. */
function expectedOf(
  raw: Json,
  dates: readonly string[] = ["date", "year", "start", "end", "reviewDate", "asOf", "from"],
) {
  const tidy = (value: unknown, key = ""): unknown => {
    if (value === "" && dates.includes(key)) return null;
    if (Array.isArray(value)) return value.map((each) => tidy(each, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, inner]) => name !== "id" && name !== "order" && !isNothing(name, inner))
        .map(([name, inner]) => [name, tidy(inner, name)]),
    );
  };
  return tidy(raw);
}
const isNothing = (name: string, value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0 && RECORD_LISTS.has(name)) ||
  (name === "lenses" && JSON.stringify(value).replace(/"[^"]*":\[\],?/g, "") === "{}");
const RECORD_LISTS = new Set(
  (["mission", "project", "indicator", "evidence", "actor", "decision"] as const).flatMap((type) =>
    Object.entries(fieldsOfCard(type)).flatMap(([name, spec]) => (spec.kind === "records" ? [name] : [])),
  ),
);

/** Lists that are read by date stand in that order. */
const byDate = (card: Json): Json =>
  Object.fromEntries(
    Object.entries(card).map(([name, value]) =>
      RECORD_LISTS.has(name) && Array.isArray(value)
        ? [name, [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))]
        : [name, value],
    ),
  );

describe("encodeMapFile", () => {
  const templates: Json[] = [blank, camden, manchester, korea, learning];

  it.each(templates)("[MAP15] $id: what was read is written again, card by card", (template) => {
    const file = onDisk(written(imported(template))) as Json;
    const cards = new Map((file.cards as Json[]).map((card) => [card.id, card]));
    expect(cards.size).toBe((template.cards as Json[]).length);
    for (const card of template.cards as Json[]) {
      const again = cards.get(card.id) as Json;
      expect(byDate(expectedOf(again) as Json), String(card.id)).toEqual(byDate(expectedOf(card) as Json));
    }
  });

  it.each(templates)("[MAP15] $id: every link and setting is written again", (template) => {
    const file = onDisk(written(imported(template))) as Json;
    const said = (links: unknown) =>
      (links as Json[]).map(({ id: _id, ...link }) => JSON.stringify(link, Object.keys(link).sort())).sort();
    expect(said(file.links)).toEqual(said(template.links));
    const settings = ({ cards: _cards, links: _links, id: _id, sources: _sources, ...rest }: Json) => rest;
    expect(expectedOf(settings(file))).toEqual(expectedOf(settings(template)));
    const sources = (from: Json) =>
      (from.sources as Json[]).toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    expect(sources(file)).toEqual(sources(template));
  });

  it.each(templates)("[MAP15] $id: keeps the ids of records and siblings in their order", (template) => {
    const file = onDisk(written(imported(template))) as { cards: Json[]; links: Json[] };
    const homes = new Map(
      file.links.flatMap((link) => (link.type === "part_of" ? [[link.from, link.to]] : [])),
    );
    const given = (template.cards as Json[]).filter((card) => homes.has(card.id));
    const siblings = (cards: Json[]) => {
      const families = new Map<unknown, Json[]>();
      for (const card of cards) {
        const home = homes.get(card.id);
        families.set(home, [...(families.get(home) ?? []), card]);
      }
      return [...families].map(([home, family]) => [
        home,
        family
          .map((card, index) => [Number(card.order ?? 1e6) * 1e3 + index, card.id] as const)
          .sort(([a], [b]) => a - b)
          .map(([, card]) => card),
      ]);
    };
    const order = new Map(file.cards.map((card) => [card.id, card]));
    expect(siblings(given)).toEqual(siblings(given.map((card) => ({ ...(order.get(card.id) as Json) }))));
  });

  it.each(templates)("[MAP16] $id: written, read and written again, a file stays the same", (template) => {
    const once = onDisk(written(imported(template)));
    const twice = onDisk(written(imported(once)));
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
  });

  it("[MAP16] texts, places, own ids of home links and edited values come through", () => {
    const map = imported(manchester);
    const body: Body = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Bold", marks: [{ type: "bold" }] },
            { type: "text", text: " & <plain>" },
          ],
        },
        {
          type: "bulletList",
          content: [
            { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "One" }] }] },
          ],
        },
      ],
    };
    const project = edit(map, new LocalOrigin(), (draft) => {
      const made = addCard(draft, {
        type: "project",
        home: id("c-energy"),
        pos: [12, -7],
        fields: { title: "Heat 🌍", level: "municipal" },
      });
      draft.writeBody(made, body);
      editField(draft, { card: made, field: "status", value: null });
      moveHome(draft, { card: id("p-eia"), home: id("c-nature") });
      reorder(draft, { card: id("c-nature"), before: id("c-energy") });
      placeCards(draft, { cards: [{ id: id("c-nature"), pos: [40, 60] }] });
      return made;
    });
    const file = onDisk(written(map)) as { cards: Json[]; links: Json[] };
    const card = file.cards.find((each) => each.id === project);
    expect(card).toMatchObject({ title: "Heat 🌍", pos: [12, -7], description: body, status: null });
    expect(file.cards.find((each) => each.id === "c-nature")).toMatchObject({ pos: [40, 60], order: 1 });
    expect(file.links).toContainEqual({ id: "home:p-eia", type: "part_of", from: "p-eia", to: "c-nature" });
    expect(JSON.stringify(written(imported(file)))).toBe(JSON.stringify(file));
  });

  it("[MAP17] of a damaged map only what a file may hold is written", () => {
    const map = imported({ title: "Damaged", cards: [], links: [] });
    edit(map, new ServerOrigin(), (draft) => {
      draft.putCard(id("p1"), { type: "project", title: "One", home: "p2", homeLink: { id: "same" } }, null);
      draft.putCard(id("p2"), { type: "project", title: "Two", home: "p1", homeLink: { id: "same" } }, null);
      draft.putCard(
        id("p3"),
        { type: "project", title: "Three", home: "p2", homeLink: { id: "same" } },
        null,
      );
      draft.putCard(id("p4"), { type: "project", title: "Four", home: "gone" }, null);
      draft.putCard(id("a"), { type: "actor", title: "Actor" }, null);
      draft.putLink("same" as LinkId, { type: "responsible", from: "a", to: "p1", role: "accountable" });
      draft.putLink("silent" as LinkId, { type: "responsible", from: "a", to: "p2", role: null });
    });
    const file = onDisk(written(map)) as { cards: Json[]; links: Json[] };
    expect(decoded(file).cards).toHaveLength(5);
    expect(file.links.map((link) => link.id).sort()).toEqual(["home:p2", "home:p3", "same"]);
    expect(file.cards.find((each) => each.id === "p1")).not.toHaveProperty("order");
    expect(JSON.stringify(written(imported(file)))).toBe(JSON.stringify(file));
  });

  it("writes the id of the map it was taken from only when asked", () => {
    const snapshot = takeSnapshot(imported(blank));
    expect(encodeMapFile(snapshot, new Map(), { id: "x1" }).id).toBe("x1");
    expect(encodeMapFile(snapshot, new Map())).not.toHaveProperty("id");
  });
});
