import { asking } from "@trellis/shared/derive/ask";
import { decisions } from "@trellis/shared/derive/decisions";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import enums from "../../locales/en/enums.json" with { type: "json" };
import texts from "../../locales/en/library.json" with { type: "json" };
import words from "../../locales/en/words.json" with { type: "json" };
import { decisionCounts, isChosenDecision, shownEvidence, yearsOf } from "./filters.ts";
import { DECISION_CHOICES, type LibraryAddress } from "./libraryAddress.ts";
import { partRows } from "./libraryTables.ts";

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({
    lng: "en",
    resources: {
      en: { translation: { library: texts, words, enum: enums, look: { untitled: "untitled" } } },
    },
    interpolation: { escapeValue: false },
  });
});

const map = aMap()
  .withCard({ id: "c", type: "challenge", title: "Buses" })
  .withCard({ id: "p", type: "project", title: "Depot", home: "c", maturity: "scale" })
  .withCard({ id: "a", type: "actor", title: "City council" })
  .withCard({ id: "new", type: "evidence", title: "Newer", kind: "study", year: "2021-05" })
  .withCard({ id: "old", type: "evidence", title: "Older", kind: "case_study", year: "2019" })
  .withCard({ id: "bare", type: "evidence", title: "Bare" })
  .withLink({ type: "supports", from: "old", to: "p", stance: "challenges" })
  .withCard({
    id: "d",
    type: "decision",
    title: "Which",
    status: "decided",
    date: "2020",
    reviewDate: "2021",
  })
  .withLink({ type: "responsible", from: "a", to: "d", role: "accountable" })
  .withCard({ id: "e", type: "decision", title: "When", status: "open" })
  .withCard({ id: "r", type: "risk", title: "Flood", kind: "barrier", likelihood: 2 })
  .snapshot();
const ask = asking(map, { today: "2026-01-31" });
const PLAIN: LibraryAddress = {
  part: "evidence",
  kind: null,
  year: null,
  transferable: null,
  like: null,
  decisions: [],
};
const rowsOf = (address: Partial<LibraryAddress>) =>
  partRows({ t, snapshot: map }, ask, { ...PLAIN, ...address });

describe("what of the library is shown", () => {
  it("evidence by kind and year, the newest first, those without a year last", () => {
    const shown = (filter: Partial<LibraryAddress>) =>
      shownEvidence({ t, snapshot: map }, ask, { ...PLAIN, ...filter }).map(({ card }) => card);
    expect(shown({})).toEqual(["new", "old", "bare"]);
    expect(shown({ year: "2021" })).toEqual(["new"]);
    expect(shown({ kind: "case_study" })).toEqual(["old"]);
    expect(shown({ transferable: "yes" })).toEqual([]);
    expect(yearsOf(shownEvidence({ t, snapshot: map }, ask, PLAIN))).toEqual(["2021", "2019"]);
  });

  it("decisions by their state, review being one beside the others", () => {
    const all = ask(decisions);
    expect(decisionCounts(DECISION_CHOICES, all)).toEqual([
      { choice: "open", count: 1 },
      { choice: "decided", count: 1 },
      { choice: "review", count: 1 },
    ]);
    const shown = (chosen: LibraryAddress["decisions"]) =>
      all.filter((one) => isChosenDecision({ decisions: chosen }, one)).map(({ card }) => card);
    expect([shown([]), shown(["review"]), shown(["due"])]).toEqual([["e", "d"], ["d"], []]);
  });
});

describe("the library as tables", () => {
  it("leaves a cell empty where nothing is known, and writes no 0 for it", () => {
    const [heads = [], ...rows] = rowsOf({ part: "risks" });
    const risk = Object.fromEntries(heads.map((head, index) => [head, rows[0]?.[index]]));
    expect(risk).toMatchObject({ Title: "Flood", Kind: "Barrier", Likelihood: 2, Impact: null, Score: null });
    expect(rows.every((row) => row.length === heads.length)).toBe(true);
  });

  it("holds what is on screen: the filters count", () => {
    expect(rowsOf({}).map(([title]) => title)).toEqual(["Title", "Newer", "Older", "Bare"]);
    expect(rowsOf({ kind: "study" }).map(([title]) => title)).toEqual(["Title", "Newer"]);
    expect(rowsOf({})[2]).toContain("Depot");
    expect(rowsOf({ part: "decisions", decisions: ["review"] })).toHaveLength(2);
    expect(rowsOf({ part: "decisions" })[2]).toEqual(
      expect.arrayContaining(["Which", "Decided", "2020", "2021", "Due for review", "City council"]),
    );
  });

  it("counts projects by maturity and names the gap", () => {
    const [heads = [], row = []] = rowsOf({ part: "portfolio" });
    expect(heads).toContain("Scale, number");
    expect(row[heads.indexOf("Scale, number")]).toBe(1);
    expect(row[heads.indexOf("Scale")]).toBe("Depot");
    expect(row[heads.indexOf("Explore, number")]).toBe(0);
    expect(row.at(-1)).toBe("Nothing new is tried");
  });
});
