// What the server remembers of the cards of a map: one row a card. Rows are written by document commits (`AppendRow.touches`)
// and, for confirming, here. Invariants: (1) merging the log takes nothing away; (2) a purged map takes its rows along;
// (3) a card that nobody has touched since `recordedFrom` has no row.
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId, MapId } from "@trellis/shared/schema/ids";
import type { TimeMs } from "./docStore.ts";

export interface TouchedAt {
  readonly at: TimeMs;
  readonly by: string;
}

export interface TouchRecord {
  readonly card: CardId;
  readonly added: TouchedAt | null;
  readonly edited: TouchedAt | null;
  readonly confirmed: TouchedAt | null;
  readonly removed: (TouchedAt & { readonly title: string; readonly type: CardType | null }) | null;
}

/** Removed cards that are answered and kept for a map: the newest. */
export const REMOVED_KEPT = 2_000;

export interface TouchStore {
  /**
   * Cards touched or confirmed after `after` (all, with 0), in no order; of removed ones the newest `REMOVED_KEPT`.
   * `recordedFrom` is when remembering began. Null for an unknown map.
   */
  read(mapId: MapId, after: TimeMs): Promise<{ recordedFrom: TimeMs; touches: TouchRecord[] } | null>;
  /** Remembers that a person looked these cards through; an earlier confirmation of theirs or others' gives way. */
  confirm(mapId: MapId, cards: readonly CardId[], touch: TouchedAt): Promise<void>;
  /** Forgets cards removed before `limit`, and of each map all but the newest `REMOVED_KEPT` removed ones. */
  forgetRemoved(limit: TimeMs): Promise<void>;
}
