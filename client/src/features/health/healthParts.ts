/** Which part of the health check is open, as the address says it: `?part=lenses`. The checks go without saying. Pure. */
import { chosen, unlessFirst, withChoices } from "../../workspace/addressChoices.ts";

export const HEALTH_PARTS = ["checks", "lenses", "participation"] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

export function readPart(search: string): { readonly part: HealthPart } {
  return { part: chosen(HEALTH_PARTS, new URLSearchParams(search).get("part")) };
}

/** `search` with the part written into it; what else is in it stays. */
export const writePart = (search: string, { part }: { readonly part: HealthPart }): string =>
  withChoices(search, { part: unlessFirst(HEALTH_PARTS, part) });
