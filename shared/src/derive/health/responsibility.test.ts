import { describe, expect, it } from "vitest";
import { aMap, type MapBuilder } from "../../../../tests/support/builders.ts";
import { checked, TODAY, told } from "../../../../tests/support/derivations.ts";
import type { CardId } from "../../schema/ids.ts";

const phases = [
  { id: "one", start: "2020", end: "2026", leadLevel: "national" },
  { id: "two", name: "Second", start: "2027", end: "2030", leadLevel: "municipal" },
];
const start = aMap()
  .withCard({ id: "m", type: "mission", status: "in_delivery", phases })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c" })
  .withCard({ id: "a", type: "actor", sector: "public", level: "national" })
  .withCard({ id: "b", type: "actor", sector: "public", level: "municipal" });
const give = (map: MapBuilder, from: string, to: string, role = "accountable", more = {}) =>
  map.withLink({ type: "responsible", from, to, role, ...more });

describe("responsibility", () => {
  it("[H09] asks for exactly one accountable actor for every project", () => {
    expect(told(start, "H09")).toEqual(["fail", "no_accountable p"]);
    expect(told(give(start, "a", "p"), "H09")).toEqual(["pass"]);
    expect(told(give(give(start, "a", "p"), "b", "p"), "H09")).toEqual(["fail", "many_accountable p a b"]);
    expect(told(give(start, "a", "p", "responsible"), "H09")).toEqual(["fail", "no_accountable p"]);
  });

  it("[H09] counts per phase: a handover is no clash, and a duty of another phase is none", () => {
    const handed = give(give(start, "a", "p", "accountable", { phase: "one" }), "b", "p", "accountable", {
      phase: "two",
    });
    expect(told(handed, "H09")).toEqual(["pass"]);
    expect(told(give(start, "b", "p", "accountable", { phase: "two" }), "H09")).toEqual([
      "fail",
      "no_accountable p",
    ]);
  });

  it("[H10] asks the same of every challenge and mission, and takes no placeholder for an answer", () => {
    expect(told(give(start, "a", "m"), "H10")).toEqual(["fail", "no_accountable c"]);
    const nobody = start.withCard({ id: "x", type: "actor", placeholder: true });
    expect(told(give(give(nobody, "a", "m"), "x", "c"), "H10")).toEqual(["fail", "no_accountable c"]);
    expect(told(give(give(start, "a", "m"), "a", "c"), "H10")).toEqual(["pass"]);
  });

  it("[H11] asks for a review within six months and a report within twelve", () => {
    const map = give(start, "a", "m");
    const days = (reviewed: string, reported: string) => ({
      ...TODAY,
      lastReviewed: new Map([["m" as CardId, reviewed]]),
      lastReported: new Map([["m" as CardId, reported]]),
    });
    expect(told(map, "H11", days("2025-07-31", "2025-01-31"))).toEqual(["pass"]);
    expect(told(map, "H11", days("2025-07-30", "2025-01-31"))).toEqual(["fail", "review_old m"]);
    expect(told(map, "H11", days("2025-07-31", "2025-01-30"))).toEqual(["fail", "report_old m"]);
    expect(told(map, "H11")).toEqual(["not_known", "review_not_known m", "report_not_known m"]);
    expect(told(aMap().withCard({ id: "m", type: "mission", status: "idea" }), "H11")).toEqual([
      "not_applicable",
    ]);
  });

  it("[H12] asks for public actors of two levels at work in each mission", () => {
    const one = give(start, "a", "m");
    expect(told(one, "H12")).toEqual(["fail", "one_level m a"]);
    expect(told(give(one, "b", "p", "responsible"), "H12")).toEqual(["pass"]);
    expect(told(give(one, "b", "p", "consulted"), "H12")).toEqual(["fail", "one_level m a"]);
    for (const sector of ["private", "civil_society", "mixed"]) {
      const other = one.withCard({ id: "f", type: "actor", sector, level: "regional" });
      expect(told(give(other, "f", "p", "responsible"), "H12")).toEqual(["fail", "one_level m a"]);
    }
    const open = one.withCard({ id: "x", type: "actor", sector: "public" });
    expect(told(give(open, "x", "p", "responsible"), "H12")).toEqual(["not_known", "level_not_known m x"]);
  });

  it("[H10] leads to the roles when there is more than one, and [H28] to what an actor answers for", () => {
    const both = give(give(start, "a", "m"), "b", "m");
    expect(checked(both, "H10").findings[0]).toMatchObject({
      code: "many_accountable",
      mend: { kind: "endRole", card: "m", role: "accountable" },
      values: { actors: 2 },
    });
    const busy = ["1", "2", "3", "4", "5"].reduce(
      (map, id) => give(map.withCard({ id, type: "project", home: "c" }), "a", id),
      start,
    );
    expect(checked(busy, "H28").findings[0]?.mend).toEqual({
      kind: "view",
      view: "responsibilities",
      card: "a",
    });
  });

  it("[H13] asks first what projects in delivery need, and last those that are over", () => {
    const map = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({ id: "a", type: "project", home: "m", status: "completed" })
      .withCard({ id: "b", type: "project", home: "m", status: "idea" })
      .withCard({ id: "c", type: "project", home: "m", status: "in_delivery" });
    expect(told(map, "H13")).toEqual(["not_known", "needs_not_known c b a"]);
    expect(checked(map, "H13").findings[0]?.mend).toMatchObject({ kind: "field", card: "c" });
  });

  it("[H13] asks that what projects need is done at a level that is good at it", () => {
    expect(told(start, "H13")).toEqual(["not_known", "needs_not_known p"]);
    const needing = start.withCard({
      id: "q",
      type: "project",
      home: "c",
      functionsNeeded: ["fiscal_tools"],
    });
    expect(told(needing, "H13")).toEqual(["fail", "function_missing q"]);
    const borough = needing.withCard({
      id: "t",
      type: "actor",
      level: "municipal",
      functions: ["fiscal_tools"],
    });
    expect(told(give(borough, "t", "p", "responsible"), "H13")).toEqual(["fail", "function_stretch q t"]);
    const law = borough.withCard({
      id: "i",
      type: "instrument",
      home: "c",
      level: "national",
      functions: ["fiscal_tools"],
    });
    expect(told(law, "H13")).toEqual(["pass"]);
    expect(told(aMap(), "H13")).toEqual(["not_applicable"]);
  });

  it("[H23] asks who takes over when the next phase is led by another level", () => {
    const held = give(give(start, "a", "m"), "a", "c", "accountable", { phase: "one" });
    // The second phase begins on 1 January 2027: due from 1 January 2026.
    expect(told(held, "H23")).toEqual(["fail", "not_handed_over c", "not_handed_over p"]);
    expect(told(held, "H23", { today: "2025-12-31" })).toEqual([
      "pass",
      "not_handed_over c",
      "not_handed_over p",
    ]);
    const all = give(give(held, "b", "c", "accountable", { phase: "two" }), "b", "p");
    expect(told(all, "H23")).toEqual(["pass"]);
    expect(told(held, "H23", { today: "2028-01-01" })).toEqual(["not_applicable"]);
    expect(checked(held, "H23").findings[0]?.values).toEqual({ phase: "Second", start: "2027" });
  });

  it("[H23] lets cards go that end before, and cannot tell without a leading level", () => {
    const ending = aMap()
      .withCard({ id: "m", type: "mission", phases })
      .withCard({ id: "p", type: "project", home: "m", end: "2026" })
      .withCard({ id: "q", type: "project", home: "m", status: "stopped" })
      .withCard({ id: "r", type: "project", home: "m", end: "2027-01" });
    expect(told(ending, "H23")).toEqual(["fail", "not_handed_over m", "not_handed_over r"]);
    const open = aMap().withCard({
      id: "m",
      type: "mission",
      phases: [phases[0], { id: "two", start: "2027" }],
    });
    expect(told(open, "H23")).toEqual(["not_known", "lead_level_not_known m"]);
  });

  it("[H28] fails above two fifths of at least five accountable roles", () => {
    const many = ["p1", "p2", "p3"].reduce(
      (map, id) => map.withCard({ id, type: "project", home: "c" }),
      start,
    );
    const four = give(give(give(give(many, "a", "m"), "a", "c"), "b", "p1"), "b", "p2");
    expect(told(four, "H28")).toEqual(["not_applicable"]);
    const even = give(four.withCard({ id: "d", type: "actor" }), "d", "p3");
    // 2 of 5 is exactly two fifths.
    expect(told(even, "H28")).toEqual(["pass", "largest_load a"]);
    expect(told(give(four, "a", "p3"), "H28")).toEqual(["fail", "overload a"]);
    // Loads of 6, 2, 2, 2, 2 and 2: 37.5 %, and three times what is usual. The matrix says the same.
    let wide = start;
    const load = (actor: string, count: number) => {
      wide = wide.withCard({ id: actor, type: "actor" });
      for (let at = 0; at < count; at++)
        wide = give(
          wide.withCard({ id: `${actor}-${at}`, type: "project", home: "c" }),
          actor,
          `${actor}-${at}`,
        );
    };
    load("large", 6);
    for (const actor of ["v", "w", "x", "y", "z"]) load(actor, 2);
    expect(told(wide, "H28")).toEqual(["fail", "large_load large"]);
  });
});
