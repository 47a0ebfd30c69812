/**
 * Cards that peers are dragging. A drag ends in two messages that may come in either order: the document's new place
 * and the end of the drag.
 * 1. The place comes first: the drag's offset no longer counts for that card, or it would be added twice.
 * 2. The end comes first: the offset stays until the place arrives, at most `HOLD_MS`, or the card would jump back.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import type { Offset } from "./scene.ts";

export interface PeerDrag {
  readonly clientId: number;
  readonly drag: { readonly ids: readonly CardId[]; readonly by: Offset } | null;
}

/** How long a dropped card waits for its place; longer than a slow line takes to save. */
export const HOLD_MS = 1_500;

interface Held {
  readonly by: Offset;
  readonly until: number;
}

export class PeerDrags {
  #active = new Map<number, { readonly by: Offset; readonly ids: Set<CardId> }>();
  /** Per peer, cards of the running drag that have got their place already. */
  #settled = new Map<number, Set<CardId>>();
  #held = new Map<CardId, Held>();

  /** Takes over what peers show now. */
  follow(peers: Iterable<PeerDrag>, now: number): void {
    const running = new Map<number, { readonly by: Offset; readonly ids: Set<CardId> }>();
    for (const { clientId, drag } of peers) {
      if (!drag) continue;
      const settled = this.#settled.get(clientId);
      const ids = new Set(drag.ids.filter((id) => !settled?.has(id)));
      running.set(clientId, { by: drag.by, ids });
      for (const id of ids) this.#held.delete(id);
    }
    for (const [clientId, { by, ids }] of this.#active) {
      if (running.has(clientId)) continue;
      this.#settled.delete(clientId);
      for (const id of ids) this.#held.set(id, { by, until: now + HOLD_MS });
    }
    this.#active = running;
  }

  /** The document moved these cards. */
  placed(cards: Iterable<CardId>): void {
    for (const id of cards) {
      this.#held.delete(id);
      for (const [clientId, { ids }] of this.#active) {
        if (!ids.delete(id)) continue;
        const settled = this.#settled.get(clientId);
        if (settled) settled.add(id);
        else this.#settled.set(clientId, new Set([id]));
      }
    }
  }

  /** Offsets to lay over the document's places, and when to ask again (ms from now) because one runs out. */
  offsets(now: number): { readonly offsets: Map<CardId, Offset>; readonly askAgain: number | null } {
    const offsets = new Map<CardId, Offset>();
    let askAgain: number | null = null;
    for (const [id, { by, until }] of this.#held) {
      if (until <= now) this.#held.delete(id);
      else {
        offsets.set(id, by);
        askAgain = Math.min(askAgain ?? until - now, until - now);
      }
    }
    for (const { by, ids } of this.#active.values()) for (const id of ids) offsets.set(id, by);
    return { offsets, askAgain };
  }
}
