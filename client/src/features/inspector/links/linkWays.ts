/** Which links a card may have: every allowed type, with its direction as seen from the card. Pure. */
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import { LINK_RULES, LINK_TYPES, type LinkType } from "@trellis/shared/schema/linkTypes";

export interface LinkWay {
  readonly type: LinkType;
  readonly direction: "out" | "in";
  /** Types of card that may stand at the other end. */
  readonly others: readonly CardType[];
}

/** `part_of` is left out: the home has a control of its own. */
export function linkWays(card: CardType): LinkWay[] {
  return LINK_TYPES.flatMap((type): LinkWay[] => {
    if (type === "part_of") return [];
    const { ends } = LINK_RULES[type];
    const goesTo = ends[card] ?? [];
    const comesFrom = CARD_TYPES.filter((other) => ends[other]?.includes(card));
    return [
      ...(goesTo.length > 0 ? [{ type, direction: "out" as const, others: goesTo }] : []),
      // A loose link reads the same from both ends.
      ...(comesFrom.length > 0 && type !== "relates_to"
        ? [{ type, direction: "in" as const, others: comesFrom }]
        : []),
    ];
  });
}
