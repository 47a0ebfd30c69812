/** H01: people find the mission bold and inspiring. "Rated" means a median of at least 3 from at least three raters. */

import { missionScopes } from "../parts.ts";
import { latest, ratings } from "../ratings.ts";
import { type Check, each, fails, notKnown } from "./check.ts";

const LEAST_RATERS = 3;
const LEAST_MEDIAN = 3;
const LENS = "criteria";
const ITEM = "bold";

export const boldMission: Check = {
  id: "H01",
  group: "goal",
  severity: "should",
  run: (ask) =>
    each(ask(missionScopes).keys(), (mission) => {
      const rated = latest(ask(ratings, LENS), mission, ITEM);
      const mend = { kind: "rate", card: mission, lens: LENS, item: ITEM } as const;
      if (!rated || rated.median === null) return [notKnown("no_ratings", [mission], mend)];
      const values = { raters: rated.raters, median: rated.median };
      if (rated.raters < LEAST_RATERS) return [notKnown("few_raters", [mission], mend, values)];
      return rated.median < LEAST_MEDIAN ? [fails("rated_low", [mission], mend, values)] : [];
    }),
};
