/**
 * What the map itself says about each of the seven building blocks of a mission, to be shown beside what people rated
 * and never merged with it: so many out of so many, or a plain count where there is nothing to count out of.
 */
import type { ResponsibilityRole } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { actorsWith, dutiesIn, holders, realDuties } from "./duties.ts";
import { coverageOf } from "./money/coverage.ts";
import { occasionsOf } from "./participation.ts";
import { cardTypes, linksOf, missionScopes, placeholders, realById, realLinks, tree } from "./parts.ts";
import { descendantsOf } from "./tree.ts";

const EARLY: ReadonlySet<string> = new Set(["explore", "prototype", "demonstrate"]);

export interface RatingHint {
  /** An item of the lens `block`. */
  readonly item: string;
  readonly count: number;
  /** Out of how many; null for a plain count. */
  readonly of: number | null;
  /** Prompts of the kind that is counted, which do not count until somebody fills them in. */
  readonly waiting: number;
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
  const waiting = waitingFor(ask, mission as CardId);
  const hint = (item: string, count: number, of: number | null = null): RatingHint => ({
    item,
    count,
    of,
    waiting: waiting(item),
  });
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

/** How many prompts below a mission, by item; a duty waits as long as its actor or its card does. */
function waitingFor(ask: Ask, mission: CardId): (item: string) => number {
  const left = ask(placeholders);
  const scope = new Set([mission, ...descendantsOf(ask(tree), mission)]);
  const types = ask(cardTypes);
  const projects = [...scope].filter((card) => left.has(card) && types.get(card) === "project").length;
  const measuring = ask(linksOf("measures")).filter(({ from, to }) => scope.has(to) && left.has(from));
  const duties = ask(dutiesIn);
  const known = ask(realDuties);
  const cards = [...scope];
  const held = (role: ResponsibilityRole) => {
    const counted = new Set(cards.flatMap((card) => holders(known, card, role)));
    const all = new Set(cards.flatMap((card) => holders(duties, card, role)));
    return [...all].filter((actor) => !counted.has(actor)).length;
  };
  const counts = new Map<string, () => number>([
    ["champions", () => held("champion")],
    ["intermediaries", () => held("convenor")],
    ["culture", () => projects],
    ["resources", () => projects],
    ["accountability", () => projects],
    ["indicators", () => new Set(measuring.map(({ from }) => from)).size],
  ]);
  return (item) => counts.get(item)?.() ?? 0;
}

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
