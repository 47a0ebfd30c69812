/**
 * H16: in the last 24 months people took part in each mission (or below it) at involve or higher, once at collaborate
 * or higher, and every target group was reached. Whether all are reached is not known while no group is named.
 */

import { firstDay, isoDay, monthsBefore } from "../../schema/days.ts";
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import {
  COLLABORATE,
  groupKey,
  INVOLVE,
  influenceRank,
  type Occasion,
  occasionsOf,
  targetGroupsOf,
} from "../participation.ts";
import { missionScopes, realById, today } from "../parts.ts";
import { type Check, each, type Finding, fails, notKnown, openField } from "./check.ts";

const MONTHS = 24;

function groupFindings(ask: Ask, mission: CardId, recent: readonly Occasion[]): Finding[] {
  const targets = ask(targetGroupsOf, mission);
  if (targets.size === 0) {
    const project = (ask(missionScopes).get(mission) ?? []).find((card) =>
      ask(realById("project")).has(card),
    );
    return [notKnown("no_target_groups", [mission], project ? openField(project, "targetGroups") : null)];
  }
  const reached = new Set(recent.flatMap((one) => (one.record.groups ?? []).map(groupKey)));
  return [...targets]
    .filter(([key]) => !reached.has(key))
    .map(([, { name, projects }]) =>
      fails("group_not_reached", [mission, ...projects], openField(projects[0] ?? mission, "participation"), {
        group: name,
      }),
    );
}

export const citizens: Check = {
  id: "H16",
  group: "people",
  severity: "must",
  run: (ask) => {
    const since = monthsBefore(firstDay(ask(today)), MONTHS);
    return each(ask(missionScopes).keys(), (mission) => {
      const deep = ask(occasionsOf, mission).filter(
        (one) => one.day !== null && influenceRank(one.record.influence) >= INVOLVE,
      );
      const recent = deep.filter((one) => (one.day as number) >= since);
      const last = deep.reduce<number | null>(
        (latest, one) => Math.max(latest ?? -1e15, one.day as number),
        null,
      );
      const add = openField(mission, "participation");
      const found: Finding[] = [];
      if (recent.length === 0)
        found.push(
          fails("no_recent_participation", [mission], add, { day: last === null ? null : isoDay(last) }),
        );
      else if (!recent.some((one) => influenceRank(one.record.influence) >= COLLABORATE))
        found.push(fails("no_collaboration", [mission], add));
      return [...found, ...groupFindings(ask, mission, recent)];
    });
  },
};
