/**
 * H28: no actor holds more than 40 % of the accountable roles in force on missions, challenges, projects and
 * instruments, as soon as there are five of them.
 */
import { LARGEST_SHARE, realLoads } from "../loads.ts";
import { type Check, fails, notes } from "./check.ts";

const LEAST_ROLES = 5;

export const overload: Check = {
  id: "H28",
  group: "responsibility",
  severity: "should",
  run: (ask) => {
    const { total, actors } = ask(realLoads);
    const [largest] = actors;
    if (!largest || total < LEAST_ROLES) return null;
    const { actor, load, share } = largest;
    const values = { load, total, share };
    return [
      share > LARGEST_SHARE
        ? fails("overload", [actor], null, values)
        : notes("largest_load", [actor], null, values),
    ];
  },
};
