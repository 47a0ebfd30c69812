/**
 * What the map itself says about each of the seven building blocks of a mission, to be shown beside what people rated
 * and never merged with it: so many out of so many, or a plain count where there is nothing to count out of.
 */
import type { CardId } from "../schema/ids.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { actorsWith, holders, realDuties } from "./duties.ts";
import { coverageOf } from "./money/coverage.ts";
import { occasionsOf } from "./participation.ts";
import { missionScopes, realById, realLinks } from "./parts.ts";

const EARLY: ReadonlySet<string> = new Set(["explore", "prototype", "demonstrate"]);

export interface RatingHint {
  /** An item of the lens `block`. */
  readonly item: string;
  readonly count: number;
  /** Out of how many; null for a plain count. */
  readonly of: number | null;
}

/**
 * Hints for a mission (its id as argument), in the order of the blocks: champions; convenors; occasions of
 * participation; projects that explore, prototype or demonstrate; costed projects fully covered; projects with exactly
 * one accountable actor; indicators with a baseline.
 */
export const blockHints: Question<readonly RatingHint[]> = question((ask, mission) => {
  const cards = ask(missionScopes).get(mission as CardId) ?? [];
  const known = ask(realById("project"));
  const projects = cards.flatMap((card) => known.get(card) ?? []);
  const duties = ask(realDuties);
  const costed = projects.flatMap((project) => coverageOf(ask, project.id, project.cost) ?? []);
  const indicators = indicatorsOf(ask, cards);
  const hint = (item: string, count: number, of: number | null = null): RatingHint => ({ item, count, of });
  return [
    hint("champions", actorsWith(ask, cards, "champion").length),
    hint("intermediaries", actorsWith(ask, cards, "convenor").length),
    hint("participation", ask(occasionsOf, mission).length),
    hint("culture", projects.filter(({ maturity }) => EARLY.has(maturity ?? "")).length, projects.length),
    hint("resources", costed.filter(({ coverage }) => coverage >= 1).length, costed.length),
    hint(
      "accountability",
      projects.filter(({ id }) => holders(duties, id, "accountable").length === 1).length,
      projects.length,
    ),
    hint(
      "indicators",
      indicators.filter(({ baseline }) => typeof baseline?.value === "number").length,
      indicators.length,
    ),
  ];
});

function indicatorsOf(ask: Ask, cards: readonly CardId[]) {
  const within = new Set(cards);
  const measuring = new Set(
    ask(realLinks("measures"))
      .filter((link) => within.has(link.to))
      .map((link) => link.from),
  );
  const known = ask(realById("indicator"));
  return [...measuring].sort().flatMap((id) => known.get(id) ?? []);
}
