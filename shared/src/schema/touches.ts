/**
 * What the server remembers of a map besides its document: when each card was added, edited, confirmed or removed, and
 * by whom. Times are milliseconds since 1970 UTC by the server's clock. What happened before `recordedFrom` is not known.
 */
import type { CardType } from "./enums.ts";
import type { CardId } from "./ids.ts";

/** That the same person goes on editing a card is told once in this time, so a moment told may be that much early. */
export const TOUCH_STEP_MS = 60_000;

export interface TouchPerson {
  readonly name: string;
  readonly isYou: boolean;
}

/** A moment and who it was; null for somebody who is no longer known. */
export interface Touch {
  readonly at: number;
  readonly by: TouchPerson | null;
}

/** Null stands for "not that is known". */
export interface CardTouches {
  readonly added: Touch | null;
  readonly edited: Touch | null;
  /** Somebody looked it through and said that it is still right. */
  readonly confirmed: Touch | null;
}

export interface RemovedCard extends Touch {
  readonly title: string;
  readonly type: CardType | null;
  /** When it had been added (ms); null when that is not known. */
  readonly addedAt: number | null;
}

export interface MapTouches {
  readonly recordedFrom: number;
  readonly cards: ReadonlyMap<CardId, CardTouches>;
  readonly removed: ReadonlyMap<CardId, RemovedCard>;
}
