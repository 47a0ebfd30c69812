/** Ways in which two cards may be joined, as the choices of a menu. Pure. */
import { type CardType, ENUMS, type ResponsibilityRole } from "@trellis/shared/schema/enums";
import { type LinkType, linkTypesBetween } from "@trellis/shared/schema/linkTypes";

export interface LinkChoice {
  readonly type: LinkType;
  /** Asked for at once, since a responsibility without a role says nothing. */
  readonly role: ResponsibilityRole | null;
}

/** Choices for a link from a card of type `from` to one of type `to`, a responsibility as one choice per role. */
const linkChoices = (from: CardType, to: CardType): LinkChoice[] =>
  linkTypesBetween(from, to).flatMap((type): LinkChoice[] =>
    type === "responsible" ? ENUMS.role.map((role) => ({ type, role })) : [{ type, role: null }],
  );

/** Both directions; a loose link means the same either way and is offered once. */
export function choicesBetween(one: CardType, other: CardType) {
  const forward = linkChoices(one, other);
  const backward = linkChoices(other, one).filter(({ type }) => type !== "relates_to");
  return { forward, backward };
}
