/** H03: every mission has a target year after its start, and its sentence names it; a year that is past warns. */
import { lastDay, yearOf } from "../../schema/days.ts";
import { type Facts, real, today } from "../parts.ts";
import { type Check, each, type Finding, fails, notKnown, openField, warns } from "./check.ts";

function findings(mission: Facts<"mission">, year: number): Finding[] {
  const { id, startYear, targetYear } = mission;
  if (typeof targetYear !== "number") return [fails("no_target_year", [id], openField(id, "targetYear"))];
  const found: Finding[] = [];
  const values = { startYear: startYear ?? null, targetYear };
  if (typeof startYear !== "number") found.push(notKnown("no_start_year", [id], openField(id, "startYear")));
  else if (startYear >= targetYear)
    found.push(fails("year_order", [id], openField(id, "targetYear"), values));
  if (!new RegExp(`(^|\\D)${targetYear}(\\D|$)`).test(mission.statement ?? ""))
    found.push(fails("year_not_in_statement", [id], openField(id, "statement"), values));
  if (targetYear < year) found.push(warns("year_past", [id], openField(id, "targetYear"), values));
  return found;
}

export const timeBound: Check = {
  id: "H03",
  group: "goal",
  severity: "must",
  run: (ask) => {
    const year = yearOf(lastDay(ask(today)));
    return each(ask(real("mission")), (mission) => findings(mission, year));
  },
};
