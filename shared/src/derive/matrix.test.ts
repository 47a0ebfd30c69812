import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import type { CardId } from "../schema/ids.ts";
import { answer } from "./ask.ts";
import { EVERY_PHASE } from "./duties.ts";
import { actorLoads, orphanActors } from "./loads.ts";
import { actorsByLevel, actorsBySector, matrixRows, phaseChoices, rolesByLevel } from "./matrix.ts";
import { actorLevels } from "./parts.ts";

const manchester = templateSnapshot("greater-manchester-2038");
const korea = templateSnapshot("korea-innovation-cities");

describe("the responsibility matrix of Greater Manchester", () => {
  it("[DER4] finds the gaps, and no clash", () => {
    const rows = answer(matrixRows, manchester, TODAY);
    const gaps = rows.filter((row) => row.isGap).map((row) => row.card);
    expect([...gaps].sort()).toEqual(["c-energy", "c-nature", "i-pfe", "p-dash", "p-eia"]);
    expect(rows.filter((row) => row.isClash)).toEqual([]);
    expect(rows).toHaveLength(33);
  });

  it("[DER5] counts 28 accountable roles, 19 of them the combined authority's", () => {
    const { total, actors, levels } = answer(actorLoads, manchester, TODAY);
    expect(total).toBe(28);
    expect(actors[0]).toEqual({
      actor: "a-gmca",
      load: 19,
      share: 19 / 28,
      overload: "share",
      isIdle: false,
    });
    expect(actors.filter((one) => one.overload)).toHaveLength(1);
    const held = Object.fromEntries(levels.map(({ level, load }) => [String(level), load]));
    expect(held).toEqual({
      supranational: 0,
      national: 3,
      regional: 1,
      city_region: 24,
      municipal: 0,
      neighbourhood: 0,
      null: 0,
    });
  });

  it("[DER4] reads the roles of a cell, and the levels at work on a row and below it", () => {
    const rows = new Map(answer(matrixRows, manchester, TODAY).map((row) => [row.card as string, row]));
    expect(
      rows
        .get("m-2038")
        ?.cells.get("a-gcrp" as CardId)
        ?.map((cell) => cell.role),
    ).toEqual(["responsible", "convenor"]);
    expect(
      rows
        .get("p-summit")
        ?.cells.get("a-mayor" as CardId)
        ?.map((cell) => cell.role),
    ).toEqual(["responsible", "champion"]);
    // The national agency and the ten districts work on it; the universities and firms are no level of government.
    expect(rows.get("p-goneutral")?.reach).toEqual(["national", "city_region", "municipal"]);
    expect(rows.get("p-eia")?.reach).toEqual(["city_region"]);
    expect(rows.get("m-2038")?.reach).toEqual(["national", "city_region", "municipal"]);
  });

  it("[DER5] finds actors without any part in the map", () => {
    expect(answer(orphanActors, manchester, TODAY)).toEqual([]);
    const lonely = aMap()
      .withCard({ id: "alone", type: "actor" })
      .withCard({ id: "member", type: "actor" })
      .withCard({ id: "body", type: "actor" })
      .withLink({ type: "member_of", from: "member", to: "body" });
    expect(answer(orphanActors, lonely.snapshot(), TODAY)).toEqual(["alone"]);
  });
});

describe("the matrix through the phases of Korea", () => {
  const accountable = (phase: string, card: string) =>
    answer(matrixRows, korea, TODAY, phase).find((row) => row.card === card)?.accountable;

  it("[DER4] changes hands with the phase that is chosen", () => {
    for (const [card, before, after] of [
      ["m-ic", "a-molit", "a-prov"],
      ["c-build", "a-molit", "a-prov"],
      ["c-integrate", "a-molit", "a-city"],
    ] as const) {
      expect(accountable("s1", card)).toEqual([before]);
      expect(accountable("s2", card)).toEqual([after]);
      // The second season was the last one: it still counts.
      expect(accountable("", card)).toEqual([after]);
    }
    expect(accountable("s1", "c-cluster")).toEqual(["a-prov"]);
  });

  it("[DER4] reads all phases at once, where a handover is no clash and two in one phase are", () => {
    const rows = new Map(
      answer(matrixRows, korea, TODAY, EVERY_PHASE).map((row) => [row.card as string, row]),
    );
    expect(rows.get("m-ic")?.accountable).toEqual(["a-molit", "a-prov"]);
    expect([...rows.values()].filter((row) => row.isClash)).toEqual([]);
    const phased = aMap()
      .withCard({ id: "m", type: "mission", phases: [{ id: "one" }, { id: "two" }] })
      .withCard({ id: "a", type: "actor" })
      .withCard({ id: "b", type: "actor" })
      .withLink({ type: "responsible", from: "a", to: "m", role: "accountable", phase: "one" });
    const clash = (map: typeof phased) => answer(matrixRows, map.snapshot(), TODAY, EVERY_PHASE)[0]?.isClash;
    const and = (phase: object) =>
      phased.withLink({ type: "responsible", from: "b", to: "m", role: "accountable", ...phase });
    expect(clash(and({ phase: "two" }))).toBe(false);
    expect(clash(and({ phase: "one" }))).toBe(true);
    // Without a phase, or with one that is gone, it holds in every phase.
    expect(clash(and({}))).toBe(true);
    expect(clash(and({ phase: "gone" }))).toBe(true);
  });

  it("[DER5] moves the loads between the levels", () => {
    const levels = (phase: string) =>
      Object.fromEntries(
        answer(actorLoads, korea, TODAY, phase).levels.map(({ level, load }) => [String(level), load]),
      );
    // Three cards go from national to regional (two) and municipal (one).
    expect(levels("s1").national).toBe((levels("s2").national ?? 0) + 3);
    expect(levels("s2").regional).toBe((levels("s1").regional ?? 0) + 2);
    expect(levels("s2").municipal).toBe((levels("s1").municipal ?? 0) + 1);
  });

  it("[DER4] offers every phase and says which one counts", () => {
    expect(answer(phaseChoices, korea, TODAY).map(({ phase, isCurrent }) => [phase, isCurrent])).toEqual([
      ["s1", false],
      ["s2", true],
    ]);
    expect(answer(phaseChoices, korea, { today: "2010" }).map(({ isCurrent }) => isCurrent)).toEqual([
      true,
      false,
    ]);
  });
});

describe("a small matrix worked out on paper", () => {
  // m: A city   c: A city, A ward (clash)   p: R nation, A city   q (no home): nobody
  const map = aMap()
    .withCard({ id: "m", type: "mission" })
    .withCard({ id: "c", type: "challenge", home: "m" })
    .withCard({ id: "p", type: "project", home: "c" })
    .withCard({ id: "q", type: "project", placeholder: true })
    .withCard({ id: "city", type: "actor", level: "municipal", sector: "public" })
    .withCard({ id: "ward", type: "actor", level: "neighbourhood", sector: "civil_society" })
    .withCard({ id: "nation", type: "actor", level: "national", sector: "public" })
    .withCard({ id: "club", type: "actor" })
    .withLink({ type: "responsible", from: "city", to: "m", role: "accountable" })
    .withLink({ type: "responsible", from: "city", to: "c", role: "accountable" })
    .withLink({ type: "responsible", from: "ward", to: "c", role: "accountable" })
    .withLink({ type: "responsible", from: "nation", to: "p", role: "responsible" })
    .withLink({ type: "responsible", from: "city", to: "p", role: "accountable" })
    .withLink({ type: "responsible", from: "club", to: "p", role: "informed" })
    .snapshot();

  it("[DER4] shows the clash, the gap of a card without a home, and reach from below", () => {
    const rows = answer(matrixRows, map, TODAY);
    expect(
      rows.map(({ card, depth, isGap, isClash, reach }) => [card, depth, isGap, isClash, reach.join(" ")]),
    ).toEqual([
      ["m", 0, false, false, "national municipal"],
      ["c", 1, false, true, "national municipal"],
      ["p", 2, false, false, "national municipal"],
      ["q", 0, true, false, ""],
    ]);
    const [, , project] = rows;
    const byLevel = project && rolesByLevel(project, answer(actorLevels, map, TODAY));
    expect([...(byLevel ?? [])]).toEqual([
      ["municipal", ["accountable"]],
      ["national", ["responsible"]],
      [null, ["informed"]],
    ]);
  });

  it("[DER4] groups columns by level or sector, with those not known last", () => {
    expect(answer(actorsByLevel, map, TODAY)).toEqual([
      { name: "national", actors: ["nation"] },
      { name: "municipal", actors: ["city"] },
      { name: "neighbourhood", actors: ["ward"] },
      { name: null, actors: ["club"] },
    ]);
    expect(answer(actorsBySector, map, TODAY).map((group) => group.name)).toEqual([
      "public",
      "civil_society",
      null,
    ]);
  });

  it("[DER5] shares the load: three of four, too few to call it too much, one of four; who only answers is idle", () => {
    const { total, actors } = answer(actorLoads, map, TODAY);
    expect(total).toBe(4);
    expect(actors).toEqual([
      { actor: "city", load: 3, share: 0.75, overload: null, isIdle: true },
      { actor: "ward", load: 1, share: 0.25, overload: null, isIdle: true },
    ]);
    const nobody = answer(actorLoads, aMap().snapshot(), TODAY);
    expect(nobody.levels.every(({ share }) => share === null)).toBe(true);
  });

  it("[DER5] calls a load above five and twice the median too much, whatever its share", () => {
    // Loads 6, 3, 3, 3: 40 % exactly, the median is 3, twice that is 6: not above. A seventh is.
    const loads = { a: 6, b: 3, c: 3, d: 3 };
    let many = aMap();
    for (const [actor, load] of Object.entries(loads)) {
      many = many.withCard({ id: actor, type: "actor" });
      for (let index = 0; index < load; index++)
        many = many
          .withCard({ id: `${actor}${index}`, type: "project" })
          .withLink({ type: "responsible", from: actor, to: `${actor}${index}`, role: "accountable" });
    }
    const overloaded = (of: typeof many) =>
      answer(actorLoads, of.snapshot(), TODAY)
        .actors.filter((one) => one.overload)
        .map((one) => one.actor);
    expect(overloaded(many)).toEqual([]);
    const more = many
      .withCard({ id: "e", type: "actor" })
      .withCard({ id: "x", type: "project" })
      .withCard({ id: "y", type: "project" })
      .withCard({ id: "z", type: "project" })
      .withLink({ type: "responsible", from: "e", to: "x", role: "accountable" })
      .withLink({ type: "responsible", from: "e", to: "y", role: "accountable" })
      .withLink({ type: "responsible", from: "a", to: "z", role: "accountable" });
    // 7 of 18 is 39 %, and above twice the median of 7, 3, 3, 3, 2.
    expect(overloaded(more)).toEqual(["a"]);
  });
});
