/** H06: every indicator's newest value is younger than its cadence, its publication lag and six months (freshness). */
import { isoDay } from "../../schema/days.ts";
import { freshness } from "../freshness.ts";
import { real, today } from "../parts.ts";
import { type Check, each, fails, notKnown, openField } from "./check.ts";

export const recentValues: Check = {
  id: "H06",
  group: "measures",
  severity: "should",
  run: (ask) => {
    const day = ask(today);
    return each(ask(real("indicator")), (indicator) => {
      const { id } = indicator;
      const { state, newest, months } = freshness(indicator, day);
      if (state === "no_cadence") return [notKnown("no_cadence", [id], openField(id, "cadenceMonths"))];
      if (state === "fresh") return [];
      const mend = openField(id, "actuals");
      if (newest === null) return [fails("no_value", [id], mend, { months })];
      return [fails("value_old", [id], mend, { months, day: isoDay(newest) })];
    });
  },
};
