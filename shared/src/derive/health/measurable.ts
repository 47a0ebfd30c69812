/**
 * H04: an outcome or impact indicator measures each mission, with a target within a year of the mission's own (or with
 * a budget path, whose cap holds at any time).
 */

import { lastDay, yearOf } from "../../schema/days.ts";
import type { CardId } from "../../schema/ids.ts";
import { type Facts, real, realById, realLinks } from "../parts.ts";
import { type Check, each, type Finding, fails, type Mend, notKnown, openField } from "./check.ts";

const YEARS_APART = 1;

const isOutcome = ({ kind }: Facts<"indicator">): boolean => kind === "outcome" || kind === "impact";

const isNear = (indicator: Facts<"indicator">, year: number): boolean =>
  (indicator.targets ?? []).some(
    ({ date, value }) =>
      date && typeof value === "number" && Math.abs(yearOf(lastDay(date)) - year) <= YEARS_APART,
  );

function findings(mission: Facts<"mission">, own: readonly Facts<"indicator">[]): Finding[] {
  const outcomes = own.filter(isOutcome);
  const add: Mend = {
    kind: "card",
    type: "indicator",
    home: null,
    link: { type: "measures", other: mission.id, end: "to" },
  };
  const [first] = outcomes;
  if (!first) return [fails("no_outcome_indicator", [mission.id], add)];
  if (outcomes.some((one) => one.path === "budget" && (one.targets ?? []).length > 0)) return [];
  const year = mission.targetYear;
  if (typeof year !== "number")
    return [notKnown("no_target_year", [mission.id], openField(mission.id, "targetYear"))];
  if (outcomes.some((one) => isNear(one, year))) return [];
  const cards = [mission.id, ...outcomes.map((one) => one.id)];
  return [fails("no_target_near_year", cards, openField(first.id, "targets"), { targetYear: year })];
}

export const measurable: Check = {
  id: "H04",
  group: "measures",
  severity: "must",
  run: (ask) => {
    const indicators = ask(realById("indicator"));
    const on = new Map<CardId, Facts<"indicator">[]>();
    for (const { from, to } of ask(realLinks("measures"))) {
      const indicator = indicators.get(from);
      if (indicator) on.set(to, [...(on.get(to) ?? []), indicator]);
    }
    return each(ask(real("mission")), (mission) => findings(mission, on.get(mission.id) ?? []));
  },
};
