/** Whose participation is shown, as the address says it: `?mission=m`; the whole map goes without saying. Pure. */
import { cardIn, withChoices } from "../../../workspace/addressChoices.ts";

export const readMission = (search: string): { readonly mission: string } => ({
  mission: cardIn(new URLSearchParams(search).get("mission")) ?? "",
});

export const writeMission = (search: string, choice: { readonly mission: string }): string =>
  withChoices(search, { ...choice });
