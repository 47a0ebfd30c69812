import { asking } from "@trellis/shared/derive/ask";
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import { type MatrixChoice, matrixTable } from "./matrixTable.ts";

const manchester = templateSnapshot("greater-manchester-2038");
const korea = templateSnapshot("korea-innovation-cities");
const ids = (...texts: string[]) => new Set(texts as CardId[]);

function table(snapshot: MapSnapshot, choice: Partial<MatrixChoice> = {}) {
  const first = { by: "level", phase: "", rows: null, folded: ids(), query: "", shown: null } as const;
  return matrixTable(snapshot, asking(snapshot, TODAY), { ...first, ...choice });
}

describe("the matrix of Greater Manchester as it is shown", () => {
  it("counts 28 of 33 answered for, and names the combined authority as overloaded", () => {
    const { figures, lines } = table(manchester);
    expect(figures).toMatchObject({ rows: 33, gaps: 5, clashes: 0 });
    expect(figures.loaded.map(({ actor, load }) => [actor, load])).toEqual([["a-gmca", 19]]);
    expect(lines).toHaveLength(33);
  });

  it("tells each level's share of what is answered for", () => {
    const groups = table(manchester).groups.map(({ name, load, share }) => [name, load, share]);
    expect(groups).toContainEqual(["city_region", 24, 24 / 28]);
    expect(groups).toContainEqual(["national", 3, 3 / 28]);
    expect(groups).toContainEqual(["municipal", 0, 0]);
    expect(table(manchester, { by: "sector" }).groups.map(({ name }) => name)).toContain("civil_society");
  });

  it("narrows to the gaps and keeps, muted, what they stand in", () => {
    const { lines, figures } = table(manchester, { rows: { kind: "gaps" }, folded: ids("m-2038") });
    const hits = lines.filter(({ isMuted }) => !isMuted).map(({ key }) => key);
    expect([...hits].sort()).toEqual(["c-energy", "c-nature", "i-pfe", "p-dash", "p-eia"]);
    expect(lines[0]).toMatchObject({ key: "m-2038", isMuted: true, isOpen: true });
    expect(figures.rows).toBe(33);
  });

  it("narrows to what one actor answers for", () => {
    const { lines } = table(manchester, { rows: { kind: "answers", actor: "a-gmca" as CardId } });
    expect(lines.filter(({ isMuted }) => !isMuted)).toHaveLength(19);
  });
});

const small = aMap()
  .withCard({ id: "m", type: "mission", title: "Clean air" })
  .withCard({ id: "c", type: "challenge", home: "m", title: "Buses" })
  .withCard({ id: "p", type: "project", home: "c", title: "Depot" })
  .withCard({ id: "q", type: "project", home: "m", title: "Trees" })
  .withCard({ id: "city", type: "actor", level: "municipal", sector: "public", title: "City" })
  .withCard({ id: "bank", type: "actor", title: "Bank" })
  .withCard({ id: "away", type: "actor", level: "national", title: "Agency" })
  .withLink({ type: "responsible", from: "city", to: "m", role: "accountable" })
  .withLink({ type: "responsible", from: "bank", to: "m", role: "accountable" })
  .withLink({ type: "responsible", from: "bank", to: "p", role: "consulted" })
  .snapshot();

describe("a small matrix worked out on paper", () => {
  it("finds the clash, the gaps, and the actor without a role", () => {
    const { figures, columns, groups } = table(small);
    expect(figures).toMatchObject({ rows: 4, gaps: 3, clashes: 1, withoutRole: 1 });
    expect(columns.map(({ actor }) => actor)).toEqual(["away", "city", "bank"]);
    expect(groups.map(({ name, share }) => [name, share])).toEqual([
      ["national", 0],
      ["municipal", 0.5],
      [null, 0.5],
    ]);
    expect(table(small, { rows: { kind: "norole" } }).columns.map(({ actor }) => actor)).toEqual(["away"]);
  });

  it("folds rows away, but not while something is looked for", () => {
    const folded = ids("c");
    const shown = table(small, { folded }).lines.map(({ key, isOpen }) => [key, isOpen]);
    expect(shown).toEqual([
      ["m", true],
      ["c", false],
      ["q", null],
    ]);
    const found = table(small, { folded, query: " depot " }).lines;
    expect(found.map(({ key, isMuted }) => [key, isMuted])).toEqual([
      ["m", true],
      ["c", true],
      ["p", false],
    ]);
  });

  it("follows the workspace's filter: rows that are shown, actors that are shown or have a role on one", () => {
    const { lines, columns, figures } = table(small, { shown: ids("p", "away") });
    expect(lines.map(({ key, isMuted }) => [key, isMuted])).toEqual([
      ["m", true],
      ["c", true],
      ["p", false],
    ]);
    expect(columns.map(({ actor }) => actor)).toEqual(["away", "bank"]);
    expect(figures).toMatchObject({ rows: 1, gaps: 1 });
  });

  it("keeps prompts as rows and columns to fill in, and counts none of them", () => {
    const prompts = aMap()
      .withCard({ id: "m", type: "mission", placeholder: true })
      .withCard({ id: "c", type: "challenge", home: "m" })
      .withCard({ id: "us", type: "actor", placeholder: true })
      .withLink({ type: "responsible", from: "us", to: "m", role: "accountable" })
      .snapshot();
    const { lines, columns, figures } = table(prompts);
    expect([lines.length, columns.length]).toEqual([2, 1]);
    expect(figures).toMatchObject({ rows: 1, prompts: 1, gaps: 1, withoutRole: 0, loaded: [] });
    expect(
      table(prompts, { rows: { kind: "gaps" } }).lines.map(({ key, isMuted }) => [key, isMuted]),
    ).toEqual([
      ["m", true],
      ["c", false],
    ]);
  });

  it("has an answer for a map without anything", () => {
    const empty = table(aMap().snapshot());
    expect(empty).toMatchObject({ lines: [], columns: [], groups: [], figures: { rows: 0, loaded: [] } });
  });
});

it("shows the handover of Korea as two accountables in all phases and one in each", () => {
  const first = (phase: string) => table(korea, { phase }).lines[0]?.row;
  expect(first(EVERY_PHASE)).toMatchObject({ accountable: ["a-molit", "a-prov"], isClash: false });
  expect(first("s1")?.accountable).toEqual(["a-molit"]);
  expect(first("s2")?.accountable).toEqual(["a-prov"]);
});
