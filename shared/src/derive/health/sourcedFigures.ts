/** H29: every figure, target, actual and amount on the map names its source. */

import { CARD_TYPES } from "../../schema/enums.ts";
import type { CardId } from "../../schema/ids.ts";
import { type Ask, type Question, question } from "../ask.ts";
import { type Facts, real, realLinks } from "../parts.ts";
import { type Check, fails, openField } from "./check.ts";

interface Sourced {
  readonly source?: string | null;
}
interface Stated {
  readonly card: CardId;
  readonly field: string;
  readonly isSourced: boolean;
}

const isSourced = ({ source }: Sourced): boolean => (source ?? "").trim() !== "";

const stated = (
  card: CardId,
  field: string,
  entries: readonly (Sourced & { readonly value?: unknown; readonly amount?: unknown })[],
): Stated[] =>
  entries
    .filter((one) => (one.value ?? one.amount ?? null) !== null)
    .map((one) => ({ card, field, isSourced: isSourced(one) }));

/** Every number on the cards that has to have a source. */
const statedOnCards: Question<readonly Stated[]> = question((ask) => [
  ...CARD_TYPES.flatMap((type) =>
    ask<readonly Facts[]>(real(type)).flatMap((card) => stated(card.id, "figures", card.figures ?? [])),
  ),
  ...ask(real("indicator")).flatMap((card) => [
    ...stated(card.id, "targets", card.targets ?? []),
    ...stated(card.id, "actuals", card.actuals ?? []),
  ]),
  ...[...ask(real("mission")), ...ask(real("project"))].flatMap((card) =>
    stated(card.id, "cost", card.cost ? [card.cost] : []),
  ),
  ...ask(real("funding")).flatMap((card) => stated(card.id, "total", card.total ? [card.total] : [])),
]);

export const sourcedFigures: Check = {
  id: "H29",
  group: "measures",
  severity: "must",
  run: (ask: Ask) => {
    const onCards = ask(statedOnCards);
    const amounts = ask(realLinks("funds")).filter((link) => typeof link.amount === "number");
    if (onCards.length + amounts.length === 0) return null;
    const missing = new Map<string, { card: CardId; field: string; count: number }>();
    for (const { card, field } of onCards.filter((one) => !one.isSourced)) {
      const count = (missing.get(`${card} ${field}`)?.count ?? 0) + 1;
      missing.set(`${card} ${field}`, { card, field, count });
    }
    return [
      ...[...missing.values()].map(({ card, field, count }) =>
        fails("no_source", [card], openField(card, field), { field, count }),
      ),
      ...amounts
        .filter((link) => !isSourced(link))
        .map((link) =>
          fails(
            "no_source",
            [link.from, link.to],
            { kind: "linkField", link: link.id, field: "source" },
            {
              field: "amount",
              count: 1,
            },
          ),
        ),
    ];
  },
};
