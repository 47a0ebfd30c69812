/** What the lenses show now: the lens and the mission that the address names, or those that say most. Pure. */
import type { Ask } from "@trellis/shared/derive/ask";
import {
  type ChallengeTags,
  type LensTable,
  type LensValue,
  lensByChallenge,
  lenses,
  lensTable,
} from "@trellis/shared/derive/lensTags";
import { tree } from "@trellis/shared/derive/parts";
import { blockHints, type RatingHint } from "@trellis/shared/derive/ratingHints";
import { type LensRatings, type Round, ratedLenses, ratings } from "@trellis/shared/derive/ratings";
import type { CardId } from "@trellis/shared/schema/ids";
import { type LensAddress, NO_EARLIER } from "./lensAddress.ts";

export interface LensModel {
  readonly lens: string;
  /** Every lens of the map: how many cards carry a value of it, and whether people rate it. */
  readonly all: readonly LensChoice[];
  readonly table: LensTable;
  readonly byChallenge: readonly ChallengeTags[];
  /** Null for a lens that is only tagged, and on a map without a mission. */
  readonly rating: RatingModel | null;
}
export interface LensChoice {
  readonly lens: string;
  readonly tagged: number;
  readonly isRated: boolean;
}
export interface RatingModel {
  readonly missions: readonly CardId[];
  readonly mission: CardId;
  readonly items: readonly string[];
  readonly rounds: readonly Round[];
  /** The round that counts; null while nobody has rated. */
  readonly latest: Round | null;
  /** The one shown as a ghost. */
  readonly earlier: Round | null;
  readonly hints: readonly RatingHint[];
  /** Ratings dated after today, which are in no round yet. */
  readonly ahead: number;
}

/** What one person is about to rate, as it stood when that began: the lens in view may become another meanwhile. */
export interface ToRate {
  readonly lens: string;
  readonly mission: CardId;
  readonly items: readonly string[];
}

/** Null for a lens that nobody can rate here. */
export const toRate = ({ lens, rating }: LensModel): ToRate | null =>
  rating && rating.items.length > 0 ? { lens, mission: rating.mission, items: rating.items } : null;

/** The lens of the seven building blocks, for which the map itself gives hints. */
const HINTED = "block";

export function lensModel(ask: Ask, address: LensAddress): LensModel {
  const rated = ask(ratedLenses);
  const known = [...ask(lenses).keys()];
  const all = known.map((lens) => ({
    lens,
    tagged: ask(lensTable, lens).tags.size,
    isRated: rated.has(lens),
  }));
  const lens = known.includes(address.lens) ? address.lens : tellingLens(ask, all);
  return {
    lens,
    all,
    table: ask(lensTable, lens),
    byChallenge: ask(lensByChallenge, lens),
    rating: rated.has(lens) ? ratingModel(ask, lens, rated.get(lens) ?? [], address) : null,
  };
}

const hasRatings = (all: readonly LensRatings[]): boolean => all.some(({ rounds }) => rounds.length > 0);

/** The first that people have rated, else the one most cards carry. */
function tellingLens(ask: Ask, all: readonly LensChoice[]): string {
  const rated = all.find(({ lens, isRated }) => isRated && hasRatings(ask(ratings, lens)));
  const most = [...all].sort((one, other) => other.tagged - one.tagged)[0];
  return rated?.lens ?? (most && most.tagged > 0 ? most.lens : HINTED);
}

function ratingModel(
  ask: Ask,
  lens: string,
  items: readonly string[],
  address: LensAddress,
): RatingModel | null {
  const { missions } = ask(tree);
  const mission = missions.find((id) => id === address.mission) ?? missions[0];
  if (!mission) return null;
  const found = ask(ratings, lens).find((one) => one.mission === mission);
  const rounds = found?.rounds ?? [];
  const latest = rounds.at(-1) ?? null;
  const before = rounds.slice(0, -1);
  const earlier =
    address.earlier === NO_EARLIER
      ? null
      : (before.find(({ key }) => key === address.earlier) ?? before.at(-1) ?? null);
  const hints = lens === HINTED ? ask(blockHints, mission) : [];
  return { missions, mission, items, rounds, latest, earlier, hints, ahead: found?.ahead ?? 0 };
}

/** Items of the lens, then those of the shown rounds that it does not list (any more). */
export const itemsShown = ({ items, latest, earlier }: RatingModel): readonly string[] => [
  ...new Set([
    ...items,
    ...(latest?.items ?? []).map(({ item }) => item),
    ...(earlier?.items ?? []).map(({ item }) => item),
  ]),
];

export const valueKey = (value: LensValue): string => `${typeof value} ${value}`;
