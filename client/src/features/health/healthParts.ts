/** Which part of the health check is open, as the address says it: `?part=lenses`. The checks go without saying. Pure. */
export const HEALTH_PARTS = ["checks", "lenses", "participation"] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

export function readPart(search: string): { readonly part: HealthPart } {
  const named = new URLSearchParams(search).get("part");
  return { part: HEALTH_PARTS.find((part) => part === named) ?? "checks" };
}

/** `search` with the part written into it; what else is in it stays. */
export function writePart(search: string, { part }: { readonly part: HealthPart }): string {
  const params = new URLSearchParams(search);
  if (part === "checks") params.delete("part");
  else params.set("part", part);
  return addressText(params);
}

/** Commas and colons may stand in an address as they are, and can then be read. */
export function addressText(params: URLSearchParams): string {
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
