/**
 * H06: every indicator's newest value is younger than its cadence, its publication lag and six months. An indicator
 * without any value is given the same time from its baseline. A lag that is not stated counts as none.
 */
import { firstDay, isoDay, lastDay, monthsBefore } from "../days.ts";
import { real, today } from "../parts.ts";
import { actualsUntil } from "../trajectory.ts";
import { type Check, each, fails, notKnown, openField } from "./check.ts";

const GRACE_MONTHS = 6;

export const recentValues: Check = {
  id: "H06",
  group: "measures",
  severity: "should",
  run: (ask) => {
    const day = ask(today);
    return each(ask(real("indicator")), (indicator) => {
      const { id, cadenceMonths, lagMonths, baseline } = indicator;
      const newest = actualsUntil(indicator, day).at(-1);
      if (typeof cadenceMonths !== "number")
        return [notKnown("no_cadence", [id], openField(id, "cadenceMonths"))];
      const months = cadenceMonths + (lagMonths ?? 0) + GRACE_MONTHS;
      const since = monthsBefore(firstDay(day), months);
      const isNew = typeof baseline?.value === "number" && baseline.date && lastDay(baseline.date) >= since;
      if (newest ? newest.day >= since : isNew) return [];
      const mend = openField(id, "actuals");
      if (!newest) return [fails("no_value", [id], mend, { months })];
      return [fails("value_old", [id], mend, { months, day: isoDay(newest.day) })];
    });
  },
};
