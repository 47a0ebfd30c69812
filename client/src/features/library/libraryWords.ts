/** Cards and dates of the library in words of the catalogue. */
import type { LoggedDecision } from "@trellis/shared/derive/decisions";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { CardOf } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { titleOf } from "../../workspace/lookWords.ts";
import { showDate } from "../../workspace/showDate.ts";

/** Everything needed to say what stands on the map. */
export interface Words {
  readonly t: TFunction;
  readonly snapshot: MapSnapshot;
}

const lists = new Intl.ListFormat("en-GB");

export const nameOf = ({ t, snapshot }: Words, card: CardId): string => titleOf(snapshot, card, t);

export const namesOf = (words: Words, cards: readonly CardId[]): string =>
  lists.format(cards.map((card) => nameOf(words, card)));

/** A card of a type by its id, as the map has it now. */
export const cardOf = <Type extends "evidence" | "decision">(
  { cards }: MapSnapshot,
  id: CardId,
  type: Type,
): CardOf<Type> | undefined => {
  const card = cards.get(id);
  return card?.type === type ? (card as CardOf<Type>) : undefined;
};

/** "Due since Dec 2025", "To be decided by 31 Jan 2026", "Decided Mar 2019". */
export function dateLine(t: TFunction, { state, date }: Pick<LoggedDecision, "state" | "date">): string {
  return date === null
    ? t(`library.decision.undated.${state}`)
    : t(`library.decision.dated.${state}`, { date: showDate(date) });
}
