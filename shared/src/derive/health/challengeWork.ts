/** What is done for each challenge: shared by the checks on action, experiments and risks. */
import type { CardId } from "../../schema/ids.ts";
import { type Question, question } from "../ask.ts";
import { cardTypes, placeholders, real, realLinks, tree } from "../parts.ts";
import { descendantsOf } from "../tree.ts";

export interface ChallengeWork {
  readonly challenge: CardId;
  /** The challenge and everything real below it. */
  readonly scope: ReadonlySet<CardId>;
  /** Projects whose home is the challenge or one below it. */
  readonly homeProjects: readonly CardId[];
  /** These, and projects that contribute to it or to one below it. */
  readonly projects: readonly CardId[];
  /** Instruments at home here or contributing. */
  readonly instruments: readonly CardId[];
}

/** One entry for each real challenge, in the order of ids. */
export const challengeWork: Question<readonly ChallengeWork[]> = question((ask) => {
  const [all, types, left] = [ask(tree), ask(cardTypes), ask(placeholders)];
  const contributions = ask(realLinks("contributes_to"));
  return ask(real("challenge")).map(({ id }): ChallengeWork => {
    const below = descendantsOf(all, id).filter((card) => !left.has(card));
    const challenges = new Set([id, ...below.filter((card) => types.get(card) === "challenge")]);
    const helping = contributions.filter(({ to }) => challenges.has(to)).map((link) => link.from);
    const atHome = below.filter((card) => challenges.has(all.parents.get(card) as CardId));
    const of = (type: string, cards: readonly CardId[]) => [
      ...new Set(cards.filter((card) => types.get(card) === type)),
    ];
    return {
      challenge: id,
      scope: new Set([id, ...below]),
      homeProjects: of("project", atHome),
      projects: of("project", [...atHome, ...helping]),
      instruments: of("instrument", [...atHome, ...helping]),
    };
  });
});
