/**
 * What this view alone keeps in the address: `?money=cards&mission=m&stack=sector&split=kind&list=short`. What goes without
 * saying is left out, a value that is none is read as the first choice, and other keys are not touched. Pure.
 */
import { DIMENSIONS, type Dimension, type Split } from "@trellis/shared/derive/money/slices";
import { cardIn, chosen, unlessFirst, withChoices } from "../../workspace/addressChoices.ts";

export const PARTS = ["overview", "cards", "pots"] as const;
export type Part = (typeof PARTS)[number];
/** What the list of cards is narrowed to: not covered, without a cost, with amounts that are not known. */
export const NARROWINGS = ["all", "short", "costless", "open"] as const;
export type Narrowing = (typeof NARROWINGS)[number];
export const SPLITS: readonly Split[] = ["state", ...DIMENSIONS];

export interface FundingAddress {
  readonly part: Part;
  /** The id of a mission, or "" for the whole map. */
  readonly mission: string;
  readonly by: Dimension;
  /** Never the same as `by`. */
  readonly split: Split;
  readonly only: Narrowing;
}

export function readFunding(search: string): FundingAddress {
  const params = new URLSearchParams(search);
  const by = chosen(DIMENSIONS, params.get("stack"));
  const split = chosen(SPLITS, params.get("split"));
  return {
    part: chosen(PARTS, params.get("money")),
    mission: cardIn(params.get("mission")) ?? "",
    by,
    split: split === by ? "state" : split,
    only: chosen(NARROWINGS, params.get("list")),
  };
}

/** `search` with these choices written into it. */
export function writeFunding(search: string, { part, mission, by, split, only }: FundingAddress): string {
  return withChoices(search, {
    money: unlessFirst(PARTS, part),
    mission,
    stack: unlessFirst(DIMENSIONS, by),
    split: split === by ? null : unlessFirst(SPLITS, split),
    list: unlessFirst(NARROWINGS, only),
  });
}
