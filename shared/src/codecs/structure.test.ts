import { describe, expect, it } from "vitest";
import { CARD_FIELDS } from "../schema/cardTypes.ts";
import type { Fields } from "../schema/fields.ts";
import { LINK_FIELDS } from "../schema/linkTypes.ts";
import { decodeMapFile, type MapFile } from "../schema/mapFile.ts";
import { fieldsOfMap } from "../schema/mapSettings.ts";
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import { structureOf } from "./structure.ts";

const LIMITS = { cards: 10_000, links: 50_000 };

function decoded(raw: unknown): MapFile {
  const { file, problems } = decodeMapFile(raw, LIMITS);
  if (!file) throw new Error(problems.join(" "));
  return file;
}

const written = ({ settings, ...file }: MapFile) => ({ ...file, ...settings });

/** Values that a field of each kind takes. */
const SAMPLE: Readonly<Record<string, unknown>> = {
  date: "2026-01-31",
  number: 3,
  records: [],
  group: {},
};

describe("structureOf", () => {
  it("[HT4] keeps every card, word and link of Greater Manchester, and no state, date, sum or figure", () => {
    const full = decoded(manchester);
    const bare = structureOf(full);
    expect(bare.cards.map(({ id, type, title, level }) => [id, type, title, level])).toEqual(
      full.cards.map(({ id, type, title, level }) => [id, type, title, level]),
    );
    expect(bare.links.map(({ type, from, to, role }) => [type, from, to, role])).toEqual(
      full.links.map(({ type, from, to, role }) => [type, from, to, role]),
    );
    const names = new Set([...bare.cards, ...bare.links].flatMap((item) => Object.keys(item)));
    for (const gone of ["status", "start", "end", "cost", "figures", "actuals", "targets", "amount"])
      expect(names).not.toContain(gone);
    expect(bare.settings.asOf).toBeUndefined();
    expect(bare.cards.find(({ type }) => type === "mission")?.phases).toBeDefined();
    expect(decoded(written(bare)).cards).toHaveLength(full.cards.length);
  });

  it("[HT4] leaves no date, status or sum of money of any type, whatever fields the tables have", () => {
    // The year of a piece of evidence says which publication it is.
    const stays = new Set(["year"]);
    const left = (fields: Fields): string[] => {
      const values = Object.fromEntries(
        Object.entries(fields).map(([name, spec]) => [name, SAMPLE[spec.kind] ?? "x"]),
      );
      const file = { schemaVersion: 1, settings: { title: "T" }, cards: [values], links: [] };
      const kept = structureOf(file as unknown as MapFile).cards[0] ?? {};
      return Object.keys(kept).filter((name) => {
        const spec = fields[name];
        const isState = spec?.kind === "enum" && /status|maturity/i.test(spec.of);
        const isMoney = spec?.kind === "group" && "amount" in spec.parts;
        return (spec?.kind === "date" || isState || isMoney) && !stays.has(name);
      });
    };
    for (const fields of [...Object.values(CARD_FIELDS), ...Object.values(LINK_FIELDS), fieldsOfMap])
      expect(left(fields)).toEqual([]);
  });
});
