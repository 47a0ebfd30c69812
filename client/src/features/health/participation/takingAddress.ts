/** Whose participation is shown, as the address says it: `?mission=m`; the whole map goes without saying. Pure. */
import { isId } from "@trellis/shared/schema/ids";
import { addressText } from "../healthParts.ts";

export function readMission(search: string): { readonly mission: string } {
  const mission = new URLSearchParams(search).get("mission");
  return { mission: isId(mission) ? mission : "" };
}

export function writeMission(search: string, { mission }: { readonly mission: string }): string {
  const params = new URLSearchParams(search);
  if (mission === "") params.delete("mission");
  else params.set("mission", mission);
  return addressText(params);
}
