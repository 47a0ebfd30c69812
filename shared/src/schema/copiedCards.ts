/** Cards taken from a map to be put on another, or on the same once more: what the clipboard carries. */
import type { FileCard, FileLink } from "./mapFile.ts";

/** Copied cards, under the ids they had. */
export interface CopiedCards {
  /** The map they were copied from. */
  readonly map: string;
  readonly cards: readonly FileCard[];
  /** Links between two of them, homes included. */
  readonly links: readonly FileLink[];
  /** Links to cards that were not copied, homes included; the other end may exist no more. */
  readonly outside: readonly FileLink[];
  /** Sources of that map by id, for citations that would mean nothing elsewhere. */
  readonly sources: ReadonlyMap<string, string>;
}
