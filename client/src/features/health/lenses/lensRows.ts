/** The tables of the lenses in words: for the screen where they are short, and as files for spreadsheets. Pure. */
import type { LensValue } from "@trellis/shared/derive/lensTags";
import type { RatingHint } from "@trellis/shared/derive/ratingHints";
import type { Rated, Round } from "@trellis/shared/derive/ratings";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { TableRows } from "../../../workspace/exportTable.ts";
import type { LensSign } from "../../../workspace/lensMarks.ts";
import { showDate } from "../../../workspace/showDate.ts";
import { itemsShown, type LensModel, type RatingModel } from "./lensModel.ts";

export interface LensWords {
  readonly t: TFunction;
  readonly value: (value: LensValue) => string;
  readonly lens: (id: string) => string;
  readonly title: (card: CardId) => string;
  readonly signs: ReadonlyMap<LensValue, LensSign>;
}

const SCORE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
export const scoreText = (score: number): string => SCORE.format(score);

/** The quartiles, or why there are none. */
export function spreadText(rated: Rated, t: TFunction): string {
  const { raters, lowerQuartile, upperQuartile } = rated;
  if (raters === 0 || lowerQuartile === null || upperQuartile === null) return "";
  if (raters === 1) return t("lensView.oneRater");
  return t("lensView.fromTo", { from: scoreText(lowerQuartile), to: scoreText(upperQuartile) });
}

export const ratedIn = (round: Round | null, item: string): Rated | null =>
  round?.items.find((rated) => rated.item === item && rated.raters > 0) ?? null;

/** What the map says of an item: 3 of 7, or a plain count; null where it says nothing. */
export function hintText(hints: readonly RatingHint[], item: string, t: TFunction): string | null {
  const hint = hints.find((one) => one.item === item);
  if (!hint) return null;
  const { count, of, waiting } = hint;
  if (of === 0)
    return waiting > 0
      ? t(`lensView.hint.${item}.waiting`, { count: waiting })
      : t(`lensView.hint.${item}.none`);
  const said = t(`lensView.hint.${item}.said`, { count: of ?? count, done: count });
  return waiting > 0 ? t("lensView.hintMore", { said, count: waiting }) : said;
}

/** For the screen; a file tells the day as it is stored. */
export const roundText = ({ day, workshopId }: Round, t: TFunction): string =>
  day === null
    ? t("lensView.round.undated")
    : t(workshopId === null ? "lensView.round.until" : "lensView.round.workshop", { date: showDate(day) });

export function ratingRows(rating: RatingModel, { t, value }: LensWords): TableRows {
  const { latest, earlier, hints } = rating;
  const figures = (round: Round | null, item: string) => {
    const found = ratedIn(round, item);
    return found
      ? [found.median, found.lowerQuartile, found.upperQuartile, found.least, found.most, found.raters]
      : [null, null, null, null, null, 0];
  };
  const heads = ["item", "median", "lower", "upper", "least", "most", "raters"] as const;
  return [
    [
      ...heads.map((head) => t(`lensView.column.${head}`)),
      t("lensView.column.day"),
      t("lensView.column.earlier"),
      t("lensView.column.earlierDay"),
      t("lensView.column.hint"),
    ],
    ...itemsShown(rating).map((item) => [
      value(item),
      ...figures(latest, item),
      latest?.day ?? null,
      ratedIn(earlier, item)?.median ?? null,
      earlier?.day ?? null,
      hintText(hints, item, t),
    ]),
  ];
}

/** One row for each card and value, then one for each card without a value. */
export function tagRows({ table, byChallenge }: LensModel, { t, value, title }: LensWords): TableRows {
  const challenges = new Map(
    byChallenge.flatMap(({ challenge, cards, untagged }) =>
      [...cards.values(), untagged].flat().map((card) => [card, challenge] as const),
    ),
  );
  const row = (name: string | null, type: string, card: CardId) => {
    const challenge = challenges.get(card) ?? null;
    return [name, t(`cardType.${type}`), title(card), challenge === null ? null : title(challenge), card];
  };
  const heads = ["value", "type", "card", "challenge", "id"] as const;
  return [
    heads.map((head) => t(`lensView.column.${head}`)),
    ...table.groups.flatMap((group) =>
      CARD_TYPES.flatMap((type) =>
        (group.cards.get(type) ?? []).map((card) => row(value(group.value), type, card)),
      ),
    ),
    ...CARD_TYPES.flatMap((type) => (table.untagged.get(type) ?? []).map((card) => row(null, type, card))),
  ];
}
