/**
 * What this view alone keeps in the address: `?money=cards&mission=m&stack=sector&split=kind&list=short`. What goes without
 * saying is left out, a value that is none is read as the first choice, and other keys are not touched. Pure.
 */
import { DIMENSIONS, type Dimension, type Split } from "@trellis/shared/derive/money/slices";
import { isId } from "@trellis/shared/schema/ids";

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

const named = <Value extends string>(values: readonly Value[], value: string | null): Value =>
  values.find((one) => one === value) ?? (values[0] as Value);

export function readFunding(search: string): FundingAddress {
  const params = new URLSearchParams(search);
  const mission = params.get("mission");
  const by = named(DIMENSIONS, params.get("stack"));
  const split = named(SPLITS, params.get("split"));
  return {
    part: named(PARTS, params.get("money")),
    mission: isId(mission) ? mission : "",
    by,
    split: split === by ? "state" : split,
    only: named(NARROWINGS, params.get("list")),
  };
}

/** `search` with these choices written into it. */
export function writeFunding(search: string, { part, mission, by, split, only }: FundingAddress): string {
  const params = new URLSearchParams(search);
  const put = (key: string, value: string, first: string) =>
    value === first ? params.delete(key) : params.set(key, value);
  put("money", part, PARTS[0]);
  put("mission", mission, "");
  put("stack", by, DIMENSIONS[0]);
  put("split", split === by ? "state" : split, "state");
  put("list", only, NARROWINGS[0]);
  // Commas and colons may stand in an address as they are, and can then be read.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
