/* Handing over from phase to phase: Korea's golden three, and a map worked out on paper (tests/support/townInTime.ts). */
import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { townInTime as town } from "../../../tests/support/townInTime.ts";
import { isoDay } from "../schema/days.ts";
import type { CardId } from "../schema/ids.ts";
import { answer } from "./ask.ts";
import { handovers, nextPhases } from "./handovers.ts";
import { phaseShares } from "./phaseShares.ts";

const korea = templateSnapshot("korea-innovation-cities");
const manchester = templateSnapshot("greater-manchester-2038");

describe("handing over", () => {
  it("[DER63] exactly three cards of Korea change from national to regional or municipal", () => {
    const found = answer(handovers, korea, TODAY);
    expect(
      found.map(({ card, before, after, day, from, to }) => [
        card,
        `${before} ${after}`,
        day === null ? null : isoDay(day),
        from.levels,
        to.levels,
      ]),
    ).toEqual([
      ["m-ic", "s1 s2", "2018-01-01", ["national"], ["regional"]],
      ["c-build", "s1 s2", "2018-01-01", ["national"], ["regional"]],
      ["c-integrate", "s1 s2", "2018-01-01", ["national"], ["municipal"]],
    ]);
    expect(answer(handovers, manchester, TODAY)).toEqual([]);
  });

  it("[DER63] a level that is not known is said, and a card that nobody takes over is no handover", () => {
    expect(
      answer(handovers, town, TODAY).map(({ card, from, to }) => [card, from.levels, to.levels]),
    ).toEqual([
      ["m", ["municipal"], ["regional"]],
      ["insulate", ["municipal"], null],
    ]);
  });

  it("[DER64] what goes on without anybody accountable is not yet handed over", () => {
    const next = answer(nextPhases, town, { today: "2024-06-30" }).get("m" as CardId);
    expect(next).toMatchObject({ now: { id: "a" }, next: { id: "b" }, isDue: true, changesLead: true });
    expect(next?.begins && isoDay(next.begins)).toBe("2025-01-01");
    // The windows end in 2023; the mission, the homes and the insulation have somebody.
    expect([...(next?.open ?? [])].sort()).toEqual(["act", "heat", "idea", "loose", "network", "study"]);
    const early = answer(nextPhases, town, { today: "2023-12-31" }).get("m" as CardId);
    expect(early?.isDue).toBe(false);
    // The next phase names no level.
    expect(answer(nextPhases, town, TODAY).get("m" as CardId)).toMatchObject({
      next: { id: "d" },
      changesLead: null,
    });
    expect(answer(nextPhases, korea, TODAY).size).toBe(0);
    expect(answer(nextPhases, korea, { today: "2017-06-01" }).get("m-ic" as CardId)?.open).toEqual([]);
  });
});

describe("phases without dates", () => {
  const duty = (from: string, phase: string) =>
    ({ type: "responsible", from, to: "work", role: "accountable", phase }) as const;
  const map = (phases: object[]) =>
    aMap()
      .withCard({ id: "m", type: "mission", phases })
      .withCard({ id: "work", type: "challenge", home: "m" })
      .withCard({ id: "plan", type: "project", home: "work", phase: "a-idea", start: "2021", end: "2022" })
      .withCard({ id: "nation", type: "actor", level: "national" })
      .withCard({ id: "council", type: "actor", level: "municipal" })
      .withLink(duty("nation", "b-first"))
      .withLink(duty("council", "c-then"))
      .withLink(duty("council", "a-idea"))
      .snapshot();
  const mixed = map([
    { id: "a-idea" },
    { id: "c-then", start: "2025", end: "2026" },
    { id: "b-first", end: "2024" },
  ]);

  it("[DER60] come last, after the others by their first known day", () => {
    const mission = mixed.cards.get("m" as CardId);
    expect(mission?.type === "mission" && mission.phases?.map(({ id }) => id)).toEqual([
      "b-first",
      "c-then",
      "a-idea",
    ]);
  });

  it("[DER60] hand nothing over and follow none while another has dates", () => {
    const pairs = answer(handovers, mixed, TODAY).map(({ before, after }) => [before, after]);
    expect(pairs).toEqual([["b-first", "c-then"]]);
    const next = (today: string) => answer(nextPhases, mixed, { today }).get("m" as CardId);
    expect(next("2024-06-30")).toMatchObject({ now: { id: "b-first" }, next: { id: "c-then" } });
    expect(next("2026-06-30")).toBeUndefined();
    const undated = map([{ id: "b-first" }, { id: "c-then" }]);
    expect(answer(handovers, undated, TODAY)).toMatchObject([{ before: "b-first", after: "c-then" }]);
  });

  it("[DER65] hold what names them, and nothing else", () => {
    const counted = answer(phaseShares, mixed, TODAY, "m").map(({ phase, cards }) => [phase, cards]);
    // The plan runs before c-then and names a-idea, as a duty on the challenge does.
    expect(counted).toEqual([
      ["b-first", 3],
      ["c-then", 2],
      ["a-idea", 2],
    ]);
  });
});

describe("who answers at which level in each phase", () => {
  const told = (map: typeof town, mission: string) =>
    answer(phaseShares, map, TODAY, mission).map(({ phase, cards, nobody, total, levels }) => [
      phase,
      cards,
      nobody,
      total,
      Object.fromEntries(levels.map(({ level, count }) => [level, count])),
    ]);

  it("[DER65] counts cards that run in the phase, once for each actor accountable", () => {
    // In a: mission, homes, heat, insulate have the council; windows, loose, act and idea have nobody. In b windows
    // are over, network and study have begun.
    expect(told(town, "m").slice(0, 2)).toEqual([
      ["a", 8, 4, 4, { regional: 0, municipal: 4, null: 0 }],
      ["b", 9, 6, 3, { regional: 1, municipal: 1, null: 1 }],
    ]);
    const [a, b] = answer(phaseShares, town, TODAY, "m");
    expect(a?.levels.map(({ share }) => share)).toEqual([0, 1, 0]);
    expect(b?.levels.map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(answer(phaseShares, town, TODAY, "nobody")).toEqual([]);
  });

  it("[DER65] of Korea moves from the nation to provinces and cities", () => {
    // s1: the mission; relocating and building, which name it, and integrating, where a duty does; the move and the
    // energy valley; the three instruments that had begun. All of them national. s2: everything, the move until 2018.
    expect(told(korea, "m-ic")).toEqual([
      ["s1", 9, 0, 9, { national: 9, regional: 0, municipal: 0 }],
      ["s2", 27, 0, 27, { national: 11, regional: 13, municipal: 3 }],
    ]);
  });
});
