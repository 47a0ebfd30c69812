/** Changes of the map that the panel makes of several operations: each is one edit and so one undo step. */
import { addCard } from "@trellis/shared/ops/cards";
import { requireRoom } from "@trellis/shared/ops/checks";
import { addLink, type NewLink } from "@trellis/shared/ops/links";
import { LANED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CardType, Level } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";

/** The other end of a link: a card of the map, or one that is made with it. */
export type OtherCard =
  | { readonly id: CardId }
  | { readonly type: CardType; readonly title: string; readonly level: Level | null };

export interface JoinInput {
  readonly card: CardId;
  readonly direction: "out" | "in";
  readonly type: NewLink["type"];
  readonly fields?: NewLink["fields"];
  readonly other: OtherCard;
}

/** Joins a card to another; answers the other. */
export function joinCards(draft: MapDraft, { card, direction, type, fields, other }: JoinInput): CardId {
  requireRoom(draft, { cards: "id" in other ? 0 : 1, links: 1 });
  const end = "id" in other ? other.id : makeCard(draft, other, null);
  const ends = direction === "out" ? { from: card, to: end } : { from: end, to: card };
  addLink(draft, { type, ...ends, ...(fields ? { fields } : {}) });
  return end;
}

/** Makes a card below another. */
export function addChild(
  draft: MapDraft,
  input: {
    readonly home: CardId;
    readonly type: CardType;
    readonly title: string;
    readonly level: Level | null;
  },
): CardId {
  return makeCard(draft, input, input.home);
}

function makeCard(
  draft: MapDraft,
  { type, title, level }: { readonly type: CardType; readonly title: string; readonly level: Level | null },
  home: CardId | null,
): CardId {
  const fields = { title, ...(level !== null && LANED_TYPES.has(type) ? { level } : {}) };
  return addCard(draft, { type, home, fields });
}
