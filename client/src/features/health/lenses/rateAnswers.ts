/** One person's answers to the items of a lens, and the records they become. Pure. */
import type { Round } from "@trellis/shared/derive/ratings";

export const SCORES = [0, 1, 2, 3, 4] as const;
export type Score = (typeof SCORES)[number];

export interface RateAnswers {
  readonly scores: Readonly<Record<string, Score | undefined>>;
  /** In what capacity somebody rates; names of persons have no place in it. */
  readonly raterRole: string;
  readonly date: string;
}

interface Assessment {
  readonly lens: string;
  readonly item: string;
  readonly score: Score;
  readonly raterRole: string | null;
  readonly date: string | null;
}

/** What is wrong with the answers, as the last part of a key of the catalogue; null when they can be kept. */
export function answersWrong({ scores, date }: RateAnswers, today: string): "noScore" | "later" | null {
  if (Object.values(scores).every((score) => score === undefined)) return "noScore";
  return date > today ? "later" : null;
}

/** One record for each item that was answered, in the order of the items. */
export const assessmentsOf = (
  lens: string,
  items: readonly string[],
  { scores, raterRole, date }: RateAnswers,
): readonly Assessment[] =>
  items.flatMap((item) => {
    const score = scores[item];
    if (score === undefined) return [];
    return [{ lens, item, score, raterRole: raterRole.trim() || null, date: date || null }];
  });

/** How many people rated in a round: as many as rated the item that most of them rated. */
export const ratersOf = (round: Round | null): number =>
  Math.max(0, ...(round?.items ?? []).map(({ raters }) => raters));
