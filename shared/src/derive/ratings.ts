/**
 * Ratings of lenses by several people, 0 to 4 (domain: building-block radar). The middle is the median, the band the
 * quartiles (linear between ranks, as spreadsheets do); a rating is one person's, and who gave it is not recorded.
 * 1. People rate in rounds: one workshop is a round; other ratings belong together while no more than 31 days part one
 *    from the next; ratings without a date form the oldest round. The latest round counts, the one before is the ghost.
 *    Ratings dated after today are in no round until their day; how many there are is told.
 * 2. Rated by nobody is "not known": null, never 0. Ratings and hints from the map are never merged.
 */
import { compareText } from "../lib/order.ts";
import { daysBetween, isAhead, isoDay, lastDay } from "../schema/days.ts";
import type { CardId } from "../schema/ids.ts";
import { LENSES } from "../schema/lenses.ts";
import type { RecordTypes } from "../schema/values.ts";
import { type Question, question } from "./ask.ts";
import { facts, setting, today } from "./parts.ts";

type Assessment = RecordTypes["assessment"];

const DAYS_APART = 31;

export interface Rated {
  readonly item: string;
  /** Null while nobody has rated it. */
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly raters: number;
}
export interface Round {
  /** Names the round among those of its mission and lens, as long as nobody adds ratings between two. */
  readonly key: string;
  /** The last day on which somebody rated; null when no date was written down. */
  readonly day: string | null;
  readonly workshopId: string | null;
  /** Every item of the lens, in its order, then items that the lens does not have (any more). */
  readonly items: readonly Rated[];
}
export interface LensRatings {
  readonly mission: CardId;
  readonly lens: string;
  /** The oldest first; the last one counts. */
  readonly rounds: readonly Round[];
  /** Ratings dated after today: in none of the rounds. */
  readonly ahead: number;
}

/** A value between the ranks of a sorted list: `share` 0.5 is the median. */
function between(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const rank = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(rank)] as number, sorted[Math.ceil(rank)] as number];
  return low + (high - low) * (rank - Math.floor(rank));
}

/** The median and the spread of some scores. */
export function spreadOf(item: string, scores: readonly number[]): Rated {
  const sorted = [...scores].sort((one, other) => one - other);
  return {
    item,
    median: between(sorted, 0.5),
    lowerQuartile: between(sorted, 0.25),
    upperQuartile: between(sorted, 0.75),
    least: sorted[0] ?? null,
    most: sorted.at(-1) ?? null,
    raters: sorted.length,
  };
}

interface Sitting {
  readonly workshopId: string | null;
  readonly last: number | null;
  readonly ratings: readonly Assessment[];
}

/** Ratings of one lens in their rounds, the oldest first. */
function roundsOf(ratings: readonly Assessment[]): Sitting[] {
  const day = (rating: Assessment) => (rating.date ? lastDay(rating.date) : null);
  const held = new Map<string, Assessment[]>();
  const loose: Assessment[] = [];
  for (const rating of ratings) {
    if (!rating.workshopId) loose.push(rating);
    else held.set(rating.workshopId, [...(held.get(rating.workshopId) ?? []), rating]);
  }
  const sittings = [...held].map(([workshopId, own]): Sitting => {
    const days = own.flatMap((rating) => day(rating) ?? []);
    return { workshopId, last: days.length === 0 ? null : Math.max(...days), ratings: own };
  });
  const undated = loose.filter((rating) => day(rating) === null);
  if (undated.length > 0) sittings.push({ workshopId: null, last: null, ratings: undated });
  const dated = loose
    .flatMap((rating) => (rating.date ? [{ rating, at: lastDay(rating.date) }] : []))
    .sort((one, other) => one.at - other.at || compareText(one.rating.id, other.rating.id));
  let chain: Assessment[] = [];
  for (const [index, { rating, at }] of dated.entries()) {
    chain.push(rating);
    const next = dated[index + 1];
    if (next && daysBetween(at, next.at) <= DAYS_APART) continue;
    sittings.push({ workshopId: null, last: at, ratings: chain });
    chain = [];
  }
  const oldest = Number.NEGATIVE_INFINITY;
  return sittings.sort((one, other) =>
    (one.last ?? oldest) === (other.last ?? oldest)
      ? compareText(one.workshopId ?? "", other.workshopId ?? "")
      : (one.last ?? oldest) - (other.last ?? oldest),
  );
}

/** Lenses that people rate, the built-in ones first, with their items in order. */
export const ratedLenses: Question<ReadonlyMap<string, readonly string[]>> = question((ask) => {
  const own = ask(setting("ownLenses")) ?? [];
  return new Map([
    ...LENSES.filter((lens) => lens.rated).map(({ id, values }): [string, string[]] => [
      id,
      values.map(String),
    ]),
    ...own
      .filter((lens) => lens.rated && !LENSES.some(({ id }) => id === lens.id))
      .map((lens): [string, string[]] => [lens.id, [...new Set(lens.values ?? [])]]),
  ]);
});

/** The ratings of a lens (its id as argument), for each mission in the order of ids. */
export const ratings: Question<readonly LensRatings[]> = question((ask, lens) => {
  const items = ask(ratedLenses).get(lens) ?? [];
  const now = ask(today);
  return ask(facts("mission")).map((mission): LensRatings => {
    const own = (mission.assessments ?? []).filter((rating) => isRating(rating) && rating.lens === lens);
    const given = own.filter((rating) => !isAhead(rating.date, now));
    return {
      mission: mission.id,
      lens,
      rounds: roundsOf(given).map((sitting) => roundOf(sitting, items)),
      ahead: own.length - given.length,
    };
  });
});

function roundOf(sitting: Sitting, items: readonly string[]): Round {
  const others = sitting.ratings.flatMap(({ item }) => (item && !items.includes(item) ? [item] : []));
  const scores = (item: string) =>
    sitting.ratings.flatMap((rating) =>
      rating.item === item && typeof rating.score === "number" ? [rating.score] : [],
    );
  const day = sitting.last === null ? null : isoDay(sitting.last);
  return {
    key: sitting.workshopId ?? day ?? "undated",
    day,
    workshopId: sitting.workshopId,
    items: [...items, ...[...new Set(others)].sort(compareText)].map((item) => spreadOf(item, scores(item))),
  };
}

const isRating = (rating: Assessment): boolean => Boolean(rating.item) && typeof rating.score === "number";

/** How an item of a lens was rated in the latest round of a mission; null when there is no round. */
export const latest = (all: readonly LensRatings[], mission: CardId, item: string): Rated | null =>
  all
    .find((one) => one.mission === mission)
    ?.rounds.at(-1)
    ?.items.find((rated) => rated.item === item) ?? null;
