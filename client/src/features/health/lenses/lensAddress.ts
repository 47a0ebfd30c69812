/** What the lenses keep in the address: `?lens=block&across=challenges&mission=m&earlier=2025-03-31`. Pure. */
import { isId } from "@trellis/shared/schema/ids";
import { addressText } from "../healthParts.ts";

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
  const id = (key: string) => {
    const text = params.get(key);
    return isId(text) ? text : "";
  };
  return {
    lens: id("lens"),
    across: ACROSS.find((one) => one === params.get("across")) ?? "types",
    mission: id("mission"),
    earlier: id("earlier"),
  };
}

/** `search` with these choices written into it; what goes without saying is left out, what else is in it stays. */
export function writeLenses(search: string, { lens, across, mission, earlier }: LensAddress): string {
  const params = new URLSearchParams(search);
  const put = (key: string, value: string) => (value === "" ? params.delete(key) : params.set(key, value));
  put("lens", lens);
  put("across", across === "types" ? "" : across);
  put("mission", mission);
  put("earlier", earlier);
  return addressText(params);
}
