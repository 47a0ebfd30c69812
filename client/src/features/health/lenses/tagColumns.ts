/** The columns of the table of tags: types of cards that carry the lens, or challenges. Pure. */
import type { LensValue } from "@trellis/shared/derive/lensTags";
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Across } from "./lensAddress.ts";
import type { LensModel } from "./lensModel.ts";
import type { LensWords } from "./lensRows.ts";

export interface TagColumn {
  readonly key: string;
  readonly name: string;
  readonly challenge: CardId | null;
  readonly cards: (value: LensValue) => readonly CardId[];
  readonly untagged: readonly CardId[];
}

const NONE: readonly CardId[] = [];

/** `others` are types of which no card carries the lens: they are counted under the table. */
export function tagColumns(
  { table, byChallenge }: Pick<LensModel, "table" | "byChallenge">,
  across: Across,
  { t, title }: Pick<LensWords, "t" | "title">,
): { readonly columns: readonly TagColumn[]; readonly others: readonly { type: CardType; count: number }[] } {
  if (across === "challenges")
    return {
      columns: byChallenge.map(({ challenge, cards, untagged }) => ({
        key: challenge ?? "none",
        name: challenge === null ? t("lensView.noChallenge") : title(challenge),
        challenge,
        cards: (value) => cards.get(value) ?? NONE,
        untagged,
      })),
      others: [],
    };
  const groups = new Map(table.groups.map((group) => [group.value, group.cards]));
  const isUsed = (type: CardType) => table.groups.some(({ cards }) => (cards.get(type)?.length ?? 0) > 0);
  const columns = CARD_TYPES.filter(isUsed).map(
    (type): TagColumn => ({
      key: type,
      name: t(`cardTypes.${type}`),
      challenge: null,
      cards: (value) => groups.get(value)?.get(type) ?? NONE,
      untagged: table.untagged.get(type) ?? NONE,
    }),
  );
  const others = CARD_TYPES.filter((type) => !isUsed(type)).flatMap((type) => {
    const count = table.untagged.get(type)?.length ?? 0;
    return count > 0 ? [{ type, count }] : [];
  });
  return { columns, others };
}
