/**
 * Counts what this tab has written and what the server has confirmed. Pure bookkeeping, no sockets.
 * 1. An edit is `unsent` until a write frame carries it; a frame carries every edit that is unsent at that moment,
 *    because a sync step 2 holds all that the server lacks.
 * 2. A frame is settled by `saved(n)`, cumulative over the frames of one socket, counted from 1.
 * 3. When the socket goes, its unsettled edits become unsent again: the next socket's step 2 carries them.
 * 4. Edits are kept until they are confirmed, refused ones for good, so that their words can be given back.
 */
import type { RefusalCode } from "@trellis/shared/protocol/messages";

/** One transaction made here, as a Yjs update. */
type Edit = Uint8Array;

interface SentFrame {
  readonly number: number;
  readonly edits: readonly Edit[];
}

export class SaveLedger {
  #unsent: Edit[] = [];
  #inFlight: SentFrame[] = [];
  #refused: Edit[] = [];
  #refusal: RefusalCode | null = null;
  #lastFrame = 0;

  /** Edits made here that the server has not confirmed. */
  get pending(): number {
    return this.#inFlight.reduce((sum, frame) => sum + frame.edits.length, this.#unsent.length);
  }

  /** Why the server first refused an edit; null while it has taken all. */
  get refusal(): RefusalCode | null {
    return this.#refusal;
  }

  /** Everything made here that the server has refused or not confirmed, in the order it was made. */
  unsaved(): readonly Edit[] {
    return [...this.#refused, ...this.#inFlight.flatMap((frame) => frame.edits), ...this.#unsent];
  }

  editMade(edit: Edit): void {
    this.#unsent.push(edit);
  }

  socketOpened(): void {
    this.socketClosed();
    this.#lastFrame = 0;
  }

  frameSent(): void {
    this.#lastFrame += 1;
    this.#inFlight.push({ number: this.#lastFrame, edits: this.#unsent });
    this.#unsent = [];
  }

  saved(frames: number): void {
    this.#inFlight = this.#inFlight.filter((frame) => frame.number > frames);
  }

  /** A refusal of a frame without edits of ours (the first sync of a reader) is nothing to trouble anyone with. */
  refused(frame: number, code: RefusalCode): void {
    const found = this.#inFlight.find((sent) => sent.number === frame);
    if (!found) return;
    this.#inFlight = this.#inFlight.filter((sent) => sent !== found);
    if (found.edits.length === 0) return;
    this.#refused.push(...found.edits);
    this.#refusal ??= code;
  }

  /** What has not been sent never will be. */
  refuseUnsent(code: RefusalCode): void {
    if (this.#unsent.length === 0) return;
    this.#refused.push(...this.#unsent);
    this.#unsent = [];
    this.#refusal ??= code;
  }

  socketClosed(): void {
    this.#unsent = [...this.#inFlight.flatMap((frame) => frame.edits), ...this.#unsent];
    this.#inFlight = [];
  }
}
