// A connection as its room sees it.
import type { Actor } from "../ports/actor.ts";
import type { Outlet } from "./outlet.ts";

export interface Member {
  readonly actor: Actor;
  readonly outlet: Outlet;
  /** Our own client gets batches and acknowledgements, a stock one plain Yjs messages. */
  readonly speaksTrellis: boolean;
  /** What this person may do now, not when they connected. */
  readonly canEdit: boolean;
  /** A write frame of this member is on disk (or needs not be). `tellSaved` follows once per commit. */
  settled(frame: number): void;
  tellSaved(): void;
  /** Closes the socket; harmless when it is closed already. */
  close(code: number, reason: string): void;
}
