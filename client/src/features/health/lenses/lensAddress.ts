/** What the lenses keep in the address: `?lens=block&across=challenges&mission=m&earlier=2025-03-31`. Pure. */
import { cardIn, chosen, unlessFirst, withChoices } from "../../../workspace/addressChoices.ts";

export const ACROSS = ["types", "challenges"] as const;
export type Across = (typeof ACROSS)[number];

export interface LensAddress {
  /** The id of a lens; "" for the one that says most. */
  readonly lens: string;
  readonly across: Across;
  /** The mission whose ratings are shown; "" for the first. */
  readonly mission: string;
  /** The round shown as a ghost: "" for the one before the last, "none" for none. */
  readonly earlier: string;
}

export const NO_EARLIER = "none";

export function readLenses(search: string): LensAddress {
  const params = new URLSearchParams(search);
  const id = (key: string) => cardIn(params.get(key)) ?? "";
  return {
    lens: id("lens"),
    across: chosen(ACROSS, params.get("across")),
    mission: id("mission"),
    earlier: id("earlier"),
  };
}

/** `search` with these choices written into it; what goes without saying is left out, what else is in it stays. */
export const writeLenses = (search: string, { across, ...ids }: LensAddress): string =>
  withChoices(search, { ...ids, across: unlessFirst(ACROSS, across) });
