import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { answer } from "./ask.ts";
import { dashboard } from "./dashboard.ts";
import { decisions } from "./decisions.ts";
import { actorLoads } from "./loads.ts";
import { portfolio } from "./portfolio.ts";
import { riskGrid } from "./riskGrid.ts";

const manchester = templateSnapshot("greater-manchester-2038");

describe("the decision log", () => {
  it("[DER16] tells open from due, decided and superseded", () => {
    const map = aMap()
      .withCard({ id: "late", type: "decision", status: "open", date: "2025" })
      .withCard({ id: "open", type: "decision", status: "open", date: "2026-01-31" })
      .withCard({ id: "undated", type: "decision", status: "open" })
      .withCard({ id: "blank", type: "decision" })
      .withCard({ id: "done", type: "decision", status: "decided", date: "2020", reviewDate: "2025-12" })
      .withCard({ id: "gone", type: "decision", status: "superseded", date: "2019", reviewDate: "2020" })
      .withCard({ id: "p", type: "project" })
      .withLink({ type: "depends_on", from: "p", to: "late" })
      .withLink({ type: "decides", from: "done", to: "p" })
      .withCard({ id: "a", type: "actor" })
      .withCard({ id: "b", type: "actor" })
      .withLink({ type: "responsible", from: "a", to: "late", role: "responsible" })
      .withLink({ type: "responsible", from: "a", to: "done", role: "responsible" })
      .withLink({ type: "responsible", from: "b", to: "done", role: "accountable" })
      .snapshot();
    const log = answer(decisions, map, TODAY);
    expect(log.map(({ card, state, isReviewDue }) => [card, state, isReviewDue])).toEqual([
      ["late", "due", false],
      ["open", "open", false],
      ["undated", "open", false],
      ["blank", "not_known", false],
      ["done", "decided", true],
      ["gone", "superseded", false],
    ]);
    expect(log[0]?.waiting).toEqual(["p"]);
    expect(log[4]?.settles).toEqual(["p"]);
    expect(log.map(({ answers }) => answers)).toEqual([["a"], [], [], [], ["b"], []]);
  });

  it("[DER16] puts a year or a month where its last day is, not where its letters are", () => {
    const dates = { year: "2026", month: "2026-11", day: "2026-11-22", next: "2027-01-01", none: null };
    const map = Object.entries(dates).reduce(
      (before, [id, date]) => before.withCard({ id, type: "decision", status: "open", date }),
      aMap(),
    );
    expect(answer(decisions, map.snapshot(), TODAY).map(({ card }) => card)).toEqual([
      "day",
      "month",
      "year",
      "next",
      "none",
    ]);
  });
});

describe("the risk grid", () => {
  it("[DER17] places the risks of Greater Manchester", () => {
    const { rows, notPlaced, assumptions, barriers, all } = answer(riskGrid, manchester, TODAY);
    const placed = rows.flatMap((row) =>
      row.flatMap(({ likelihood, impact, score, risks }) =>
        risks.map((risk) => [risk.card, likelihood, impact, score]),
      ),
    );
    expect(placed).toEqual([
      ["r-erdf", 5, 3, 15],
      ["r-pace", 5, 5, 25],
      ["r-grants", 4, 4, 16],
      ["r-skills", 4, 4, 16],
      ["r-capital", 4, 5, 20],
      ["r-levers", 3, 3, 9],
      ["r-backlash", 3, 4, 12],
    ]);
    expect(rows.map((row) => row.map((cell) => cell.score))[0]).toEqual([5, 10, 15, 20, 25]);
    expect(notPlaced).toEqual([]);
    expect(barriers.map(({ card }) => card)).toEqual(["r-grants", "r-skills", "r-levers"]);
    expect(all.map(({ score }) => score)).toEqual([25, 20, 16, 16, 15, 12, 9]);
    expect(assumptions.map(({ card, mitigatedBy }) => [card, [...mitigatedBy].sort()])).toEqual([
      ["r-capital", ["p-goneutral", "p-lnza"]],
    ]);
  });

  it("[DER17] lets a risk stand beside the grid while a grade is not known", () => {
    const map = aMap()
      .withCard({ id: "r", type: "risk", impact: 5 })
      .withCard({ id: "s", type: "risk", likelihood: 1, impact: 1, reviewDate: "2026-01-30" })
      .withCard({ id: "a", type: "actor" })
      .withLink({ type: "responsible", from: "a", to: "s", role: "responsible" })
      .snapshot();
    const { rows, notPlaced } = answer(riskGrid, map, TODAY);
    expect(notPlaced).toMatchObject([{ card: "r", score: null, owners: [] }]);
    expect(rows[4]?.[0]?.risks).toMatchObject([{ card: "s", score: 1, owners: ["a"], isReviewDue: true }]);
  });
});

describe("the portfolio", () => {
  it("[DER18] places projects by challenge and maturity", () => {
    const rows = answer(portfolio, manchester, TODAY);
    const energy = rows.find((row) => row.challenge === "c-energy");
    expect([...(energy?.projects ?? [])].map(([maturity, cards]) => [maturity, [...cards].sort()])).toEqual([
      ["explore", ["p-eia"]],
      ["prototype", ["p-lem"]],
      ["demonstrate", ["p-ucegm"]],
      ["scale", ["p-goneutral"]],
      ["embed", ["p-laep"]],
      [null, []],
    ]);
    expect(energy?.helping).toEqual(["p-zeb"]);
    expect(rows.map((row) => row.challenge)).toHaveLength(7);
    const all = rows.flatMap((row) => [...row.projects.values()].flat());
    expect(new Set(all).size).toBe(21);
    expect(all).toHaveLength(21);
  });

  it("[DER18] counts a nested project for the nearest challenge, and keeps what is under none", () => {
    const map = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({ id: "c", type: "challenge", home: "m" })
      .withCard({ id: "p", type: "project", home: "c", maturity: "scale" })
      .withCard({ id: "q", type: "project", home: "p" })
      .withCard({ id: "x", type: "project", home: "m", maturity: "embed" })
      .withLink({ type: "contributes_to", from: "q", to: "c" })
      .withLink({ type: "contributes_to", from: "x", to: "c" })
      .snapshot();
    const rows = answer(portfolio, map, TODAY);
    expect(rows.map(({ challenge, helping }) => [challenge, helping])).toEqual([
      ["c", ["x"]],
      [null, []],
    ]);
    expect(rows[0]?.projects.get("scale")).toEqual(["p"]);
    expect(rows[0]?.projects.get(null)).toEqual(["q"]);
    expect(rows[1]?.projects.get("embed")).toEqual(["x"]);
  });
});

describe("the dashboard", () => {
  it("[DER19] tells a councillor how Greater Manchester stands", () => {
    const { missions, otherDecisions, health } = answer(dashboard, manchester, TODAY);
    expect(missions).toHaveLength(1);
    expect(missions[0]).toMatchObject({
      statement: "By 2038 life and work in Greater Manchester is carbon neutral.",
      targetYear: 2038,
      yearsLeft: 12,
      accountable: ["a-gmca"],
      champions: ["a-mayor"],
      convenors: ["a-gcrp"],
      cards: 33,
      decisions: [{ card: "d-hydrogen", state: "due", date: "2025" }],
    });
    expect(missions[0]?.gaps).toHaveLength(5);
    expect(missions[0]?.answering[0]).toEqual({ actor: "a-gmca", cards: 19, isOverloaded: true });
    // Each accountable role once: 28 of them (domain 4.1).
    expect(missions[0]?.answering.reduce((sum, one) => sum + one.cards, 0)).toBe(28);
    expect(missions[0]?.statuses.reduce((sum, one) => sum + one.cards, 0)).toBe(32);
    expect(otherDecisions).toEqual([]);
    expect(health).toHaveLength(7);
  });

  it("[DER19] [DER5] counts no prompts: a mission that nobody has written on answers for nothing yet", () => {
    const prompts = templateSnapshot("blank-mission");
    const { missions, outside } = answer(dashboard, prompts, TODAY);
    expect(missions).toMatchObject([
      { cards: 0, gaps: [], answering: [], accountable: [], champions: [], statuses: [], prompts: 7 },
    ]);
    expect(outside).toEqual([]);
    expect(answer(actorLoads, prompts, TODAY)).toMatchObject({ total: 0, actors: [] });
  });

  it("[DER19] names the real cards under no mission, each before what is below it", () => {
    const map = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({ id: "a", type: "project", home: "m" })
      .withCard({ id: "c", type: "challenge" })
      .withCard({ id: "b", type: "project", home: "c" })
      .withCard({ id: "x", type: "project", placeholder: true });
    expect(answer(dashboard, map.snapshot(), TODAY).outside).toEqual(["c", "b"]);
  });

  it("[DER19] shows each of Camden's missions, one of them past, and no year as not known", () => {
    const camden = answer(dashboard, templateSnapshot("camden-renewal"), TODAY).missions;
    expect(camden.map(({ mission, yearsLeft }) => [mission, yearsLeft])).toEqual([
      ["m-diversity", 4],
      ["m-estates", 4],
      ["m-food", 4],
      ["m-youth", -1],
    ]);
    expect(camden.at(-1)?.decisions.map((one) => one.card)).toEqual(["d-youth"]);
    const [blank] = answer(
      dashboard,
      aMap().withCard({ id: "m", type: "mission" }).snapshot(),
      TODAY,
    ).missions;
    expect(blank).toMatchObject({
      yearsLeft: null,
      statement: null,
      accountable: [],
      answering: [],
      statuses: [],
    });
  });
});
