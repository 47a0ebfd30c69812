/** What people are told about their edits, worked out from the connection and the ledger. Pure. */
import type { RefusalCode } from "@trellis/shared/protocol/messages";

/**
 * Where the connection stands. `blocked`: the server answers over HTTP but no socket opens, so the map is shown
 * read-only. `ended`: the server closed for good; `code` is the close code. `restored`: the map was put back to an
 * older state on the server, so this tab's copy must not be merged into it.
 */
export type Phase =
  | { readonly kind: "opening" }
  | { readonly kind: "open" }
  | { readonly kind: "offline" }
  | { readonly kind: "blocked" }
  | { readonly kind: "ended"; readonly code: number }
  | { readonly kind: "restored" };

/** `pending`: edits the server has not confirmed. */
export type SaveState =
  | { readonly kind: "opening"; readonly pending: 0 }
  | { readonly kind: "saved"; readonly pending: 0 }
  | { readonly kind: "readOnly"; readonly pending: 0 }
  | { readonly kind: "saving"; readonly pending: number }
  | { readonly kind: "offline"; readonly pending: number }
  /** The server could not store the edits, or has not answered for a while. */
  | { readonly kind: "notSaved"; readonly pending: number }
  | { readonly kind: "blocked"; readonly pending: number }
  | { readonly kind: "ended"; readonly pending: number; readonly code: number }
  | { readonly kind: "restored"; readonly pending: number }
  | { readonly kind: "refused"; readonly pending: number; readonly code: RefusalCode };

export interface SaveFacts {
  readonly phase: Phase;
  readonly pending: number;
  readonly refusal: RefusalCode | null;
  readonly canEdit: boolean;
  /** The last socket was closed because the server could not store an edit. */
  readonly notStored: boolean;
  /** Edits have waited for an answer longer than {@link PATIENCE_MS}. */
  readonly late: boolean;
}

/** How long "Saving" may last before people are told that it is not saved (ms). */
export const PATIENCE_MS = 10_000;

/** The worst news wins. */
export function saveState(facts: SaveFacts): SaveState {
  const { phase, pending } = facts;
  if (facts.refusal) return { kind: "refused", pending, code: facts.refusal };
  switch (phase.kind) {
    case "ended":
      return { kind: "ended", pending, code: phase.code };
    case "restored":
      return { kind: "restored", pending };
    case "blocked":
      return { kind: "blocked", pending };
    case "opening":
      return { kind: "opening", pending: 0 };
    case "offline":
      return pending > 0 && facts.notStored ? { kind: "notSaved", pending } : { kind: "offline", pending };
    case "open":
      if (pending > 0) return { kind: facts.notStored || facts.late ? "notSaved" : "saving", pending };
      return { kind: facts.canEdit ? "saved" : "readOnly", pending: 0 };
  }
}
