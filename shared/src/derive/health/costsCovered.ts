/**
 * H18: committed money covers the cost of every project in delivery that has a cost (see finance). Projects without a
 * cost are counted in a note, and so is how far each mission is covered: a mission's cost is no promise.
 */
import { coverageOf } from "../money/coverage.ts";
import { howKnown } from "../money/sums.ts";
import { missionScopes, real, realById } from "../parts.ts";
import { type Check, type Finding, fails, notes, notKnown, openField } from "./check.ts";

export const costsCovered: Check = {
  id: "H18",
  group: "money",
  severity: "must",
  run: (ask) => {
    const delivering = ask(real("project")).filter((project) => project.status === "in_delivery");
    if (delivering.length === 0) return null;
    const found: Finding[] = [];
    const costed = delivering.flatMap((project) => coverageOf(ask, project.id, project.cost) ?? []);
    const open = delivering.filter((project) => !costed.some((one) => one.card === project.id));
    for (const { card, cost, currency, committed, coverage, isOpen } of costed) {
      const values = { cost, currency, committed: committed.amount, coverage, notKnown: committed.notKnown };
      const mend = {
        kind: "card",
        type: "funding",
        home: null,
        link: { type: "funds", other: card, end: "to" },
      } as const;
      const code = committed.notKnown === 0 ? "coverage_not_converted" : "coverage_not_known";
      if (isOpen) found.push(notKnown(code, [card], mend, values));
      else if (coverage < 1) found.push(fails("not_covered", [card], mend, values));
    }
    const [first] = open;
    if (first) {
      const weight = costed.length === 0 ? notKnown : notes;
      const code = costed.length === 0 ? "no_costs" : "cost_not_known";
      found.push(
        weight(
          code,
          open.map(({ id }) => id),
          openField(first.id, "cost"),
          { projects: open.length },
        ),
      );
    }
    const missions = ask(realById("mission"));
    for (const mission of ask(missionScopes).keys()) {
      const one = coverageOf(ask, mission, missions.get(mission)?.cost);
      if (!one) continue;
      const { cost, currency, committed, coverage } = one;
      const values = { cost, currency, committed: committed.amount, coverage, notKnown: committed.notKnown };
      const code = howKnown(committed) === "none" ? "mission_coverage_not_known" : "mission_coverage";
      found.push(notes(code, [mission], null, values));
    }
    return found;
  },
};
