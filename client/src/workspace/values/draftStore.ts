/**
 * Texts that are not on the map yet, by field: what does not fit, what was pasted where it does not belong, and what
 * somebody typed while another changed the same field. Selecting another card loses none of them, nor does loading the
 * page again in this tab. They are never sent.
 */
import type { Misfit } from "@trellis/shared/schema/checkValue";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { DateFault } from "./dates.ts";

/** Of cells that name other cards, and of those whose entries are written in the card. */
export type CellMisfit = "no_card" | "several_cards" | "circle" | "in_card";

/** Why a text is not written, when that was found out before it came into its field. */
export interface Reason {
  readonly code:
    | Misfit["code"]
    | DateFault["code"]
    | "ambiguous_number"
    | "ambiguous_date"
    | "ambiguous_currency"
    | CellMisfit;
  readonly limit?: number;
  /** Texts that fit and may be meant. */
  readonly hints: readonly string[];
}

export interface Draft {
  readonly text: string;
  readonly reason?: Reason;
  /** The value of the field to which the text was an answer; absent where that is of no interest. */
  readonly base?: unknown;
}

interface Drafts {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly keep: (changes: Iterable<readonly [string, Draft | null]>) => void;
}

const KEPT_UNDER = "trellis.drafts";

function kept(): ReadonlyMap<string, Draft> {
  try {
    return new Map(JSON.parse(globalThis.sessionStorage?.getItem(KEPT_UNDER) ?? "[]") as [string, Draft][]);
  } catch (error) {
    // Storage may be switched off, or hold what an older page wrote: the drafts of this page are in memory all the same.
    console.error("kept drafts could not be read", error);
    return new Map();
  }
}

function persist(drafts: ReadonlyMap<string, Draft>): void {
  try {
    globalThis.sessionStorage?.setItem(KEPT_UNDER, JSON.stringify([...drafts]));
  } catch (error) {
    // No room, or no storage: the drafts live until the page is left, and leaving asks first.
    console.error("drafts could not be kept beyond this page", error);
  }
}

const draftStore = createStore<Drafts>()((set) => ({
  drafts: kept(),
  keep: (changes) =>
    set((state) => {
      const drafts = new Map(state.drafts);
      let changed = false;
      for (const [key, draft] of changes) {
        if (draft) drafts.set(key, draft);
        else if (!drafts.delete(key)) continue;
        changed = true;
      }
      if (!changed) return state;
      persist(drafts);
      return { drafts };
    }),
}));

/** The unfinished text of one field; null when there is none. */
export const useDraft = (key: string): Draft | null =>
  useStore(draftStore, (state) => state.drafts.get(key) ?? null);

/** As it is now, outside of drawing. */
export const draftOf = (key: string): Draft | null => draftStore.getState().drafts.get(key) ?? null;

/** All of them, by key: for a table, where one subscription a cell would be too many. */
export const useDrafts = (): ReadonlyMap<string, Draft> => useStore(draftStore, (state) => state.drafts);

export const keepDraft = (key: string, draft: Draft | null): void =>
  draftStore.getState().keep([[key, draft]]);

/** Null forgets one. */
export const keepDrafts = (drafts: Iterable<readonly [string, Draft | null]>): void =>
  draftStore.getState().keep(drafts);

/** Key of a field's draft. `path` is the field below its owner, `scope` the record it belongs to. */
export const draftKey = (owner: string, path: string, scope?: string): string =>
  `${owner}/${scope === undefined ? path : `${path}@${scope}`}`;
