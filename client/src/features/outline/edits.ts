/** What the outline changes that is more than one operation; each is one edit and so one undo step. */
import { addCard } from "@trellis/shared/ops/cards";
import { moveHome, reorder } from "@trellis/shared/ops/home";
import type { CardType, Level } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { isOrdered } from "./moves.ts";

interface NewCardAt {
  readonly type: CardType;
  readonly title: string;
  readonly level: Level | null;
  readonly home: CardId | null;
  readonly before: CardId | null;
}

/** Adds a card at its place among its siblings; the one to stand before may have gone or moved meanwhile. */
export function addCardAt(draft: MapDraft, { type, title, level, home, before }: NewCardAt): CardId {
  const card = addCard(draft, { type, home, fields: { title, ...(level ? { level } : {}) } });
  const isThere =
    before !== null && draft.hasCard(before) && (draft.cardKey(before, "home") ?? null) === home;
  if (home !== null && isThere) moveHome(draft, { card, home, before });
  if (home === null && isOrdered(type))
    reorder(draft, { card, before: isThere && draft.cardKey(before, "type") === type ? before : null });
  return card;
}
