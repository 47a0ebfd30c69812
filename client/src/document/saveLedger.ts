/**
 * Counts what this tab has written and what the server has confirmed. Pure bookkeeping, no sockets.
 * 1. An edit is `unsent` until a write frame carries it; a frame carries every edit that is unsent at that moment,
 *    because a sync step 2 holds all that the server lacks.
 * 2. A frame is settled by `saved(n)`, cumulative over the frames of one socket, counted from 1.
 * 3. When the socket goes, its unsettled edits become unsent again: the next socket's step 2 carries them.
 * 4. A refused frame's bytes are kept, so that the words in it can be given back to the person.
 */
import type { RefusalCode } from "@trellis/shared/protocol/messages";

interface SentFrame {
  readonly number: number;
  readonly edits: number;
  readonly update: Uint8Array;
}

/** Edits the server would not take. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly update: Uint8Array;
}

export class SaveLedger {
  #unsent = 0;
  #inFlight: SentFrame[] = [];
  #lastFrame = 0;
  #refusals: Refusal[] = [];

  /** Edits made here that the server has not confirmed. */
  get pending(): number {
    return this.#inFlight.reduce((sum, frame) => sum + frame.edits, this.#unsent);
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  editMade(): void {
    this.#unsent += 1;
  }

  socketOpened(): void {
    this.socketClosed();
    this.#lastFrame = 0;
  }

  frameSent(update: Uint8Array): void {
    this.#lastFrame += 1;
    this.#inFlight.push({ number: this.#lastFrame, edits: this.#unsent, update });
    this.#unsent = 0;
  }

  saved(frames: number): void {
    this.#inFlight = this.#inFlight.filter((frame) => frame.number > frames);
  }

  /** A refusal of a frame without edits of ours (the first sync of a reader) is nothing to trouble anyone with. */
  refused(frame: number, code: RefusalCode): void {
    const found = this.#inFlight.find((sent) => sent.number === frame);
    if (!found) return;
    this.#inFlight = this.#inFlight.filter((sent) => sent !== found);
    if (found.edits > 0) this.#refusals.push({ code, update: found.update });
  }

  socketClosed(): void {
    for (const frame of this.#inFlight) this.#unsent += frame.edits;
    this.#inFlight = [];
  }
}
