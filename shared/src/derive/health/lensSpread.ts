/**
 * H20 and H21: cards are tagged with each of the three spheres (Living Cities), and with each of the three focus areas
 * (Big Bold Cities). A framework that no card is tagged with is not in use: nothing is known.
 */
import { lenses, valuesInUse } from "../lensTags.ts";
import { missionScopes } from "../parts.ts";
import { type Check, fails, notKnown } from "./check.ts";

const spread = (id: string, lens: string): Check => ({
  id,
  group: "action",
  severity: "consider",
  run: (ask) => {
    if (ask(missionScopes).size === 0) return null;
    const [values, used] = [ask(lenses).get(lens) ?? [], ask(valuesInUse, lens)];
    const mend = (value: string | number) => ({ kind: "lens", lens, value: String(value) }) as const;
    if (used.size === 0) return [notKnown("lens_not_used", [], mend(values[0] ?? ""), { lens })];
    return values
      .filter((value) => !used.has(value))
      .map((value) => fails("lens_value_missing", [], mend(value), { lens, value }));
  },
});

export const threeSpheres = spread("H20", "sphere");
export const threeFocusAreas = spread("H21", "focus");
