/** Writing what a cell says of other cards: the home of its card, and who has a role on it. Values were read before. */
import { moveHome } from "@trellis/shared/ops/home";
import { addLink, removeLink } from "@trellis/shared/ops/links";
import { OpError } from "@trellis/shared/ops/opError";
import { ENUMS, type ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Reason } from "../../workspace/values/draftStore.ts";
import type { Joined } from "./joined.ts";

/** The role of a column's key; null for another column. */
export const roleOf = (key: string): ResponsibilityRole | null =>
  ENUMS.role.find((role) => key === `role.${role}`) ?? null;

export const isJoinedKey = (key: string): boolean => key === "home" || roleOf(key) !== null;

/** A value that did not come onto the map, since it would not have fitted in there. */
export interface Refused {
  readonly card: CardId;
  readonly key: string;
  readonly value: unknown;
  readonly code: Reason["code"];
}

/** Actors that do not have the role yet. */
export const newHolders = (actors: readonly CardId[], held: ReturnType<Joined["duties"]>): CardId[] =>
  actors.filter((actor) => !held.some((duty) => duty.actor === actor));

/** Writes one cell; answers why it could not be. A home that is there keeps the card's place among its siblings. */
export function writeJoined(
  draft: MapDraft,
  card: CardId,
  key: string,
  value: unknown,
  duties: Joined["duties"],
): Refused["code"] | null {
  const role = roleOf(key);
  if (role === null) return writeHome(draft, card, value as CardId | null);
  const actors = (value ?? []) as readonly CardId[];
  if (!actors.every((actor) => draft.hasCard(actor))) return "no_card";
  const held = duties(card, role).filter(({ link }) => draft.linkEntry(link) !== undefined);
  for (const { link, actor } of held) if (!actors.includes(actor)) removeLink(draft, { link });
  for (const actor of newHolders(actors, held)) give(draft, { actor, card, role });
  return null;
}

interface NewDuty {
  readonly actor: CardId;
  readonly card: CardId;
  readonly role: ResponsibilityRole;
}

function give(draft: MapDraft, { actor, card, role }: NewDuty): void {
  try {
    addLink(draft, { type: "responsible", from: actor, to: card, fields: { role } });
  } catch (error) {
    // Somebody else gave it since the row was drawn.
    if (!(error instanceof OpError && error.code === "already_linked")) throw error;
  }
}

function writeHome(draft: MapDraft, card: CardId, home: CardId | null): Refused["code"] | null {
  if (home !== null && !draft.hasCard(home)) return "no_card";
  if (draft.cardKey(card, "home") === home) return null;
  try {
    moveHome(draft, { card, home });
    return null;
  } catch (error) {
    // Nothing of this move is written then, and the others of the block stand by themselves.
    if (error instanceof OpError && error.code === "circle") return "circle";
    throw error;
  }
}
