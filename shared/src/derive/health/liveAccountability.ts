/**
 * H11: every card in delivery that somebody is accountable for was edited or confirmed within six months, and every
 * mission's report was published within twelve. Both days come from the server; without them this is not known.
 */

import { firstDay, lastDay, monthsBefore } from "../../schema/days.ts";
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { holders, realDuties } from "../duties.ts";
import { lastReported, lastReviewed, real, today } from "../parts.ts";
import { type Check, type Finding, fails, notKnown } from "./check.ts";

const REVIEW_MONTHS = 6;
const REPORT_MONTHS = 12;

type Days = ReadonlyMap<CardId, string> | null;

function aged(
  cards: readonly CardId[],
  days: Days,
  since: number,
  what: "review" | "report",
): readonly Finding[] {
  return cards.flatMap((card) => {
    const day = days?.get(card);
    const mend = what === "review" ? ({ kind: "review", card } as const) : null;
    if (!day) return [notKnown(what === "review" ? "review_not_known" : "report_not_known", [card], mend)];
    if (lastDay(day) >= since) return [];
    return [fails(what === "review" ? "review_old" : "report_old", [card], mend, { day })];
  });
}

export const liveAccountability: Check = {
  id: "H11",
  group: "responsibility",
  severity: "should",
  run: (ask: Ask) => {
    const missions = ask(real("mission"));
    const duties = ask(realDuties);
    const delivering = [...missions, ...ask(real("challenge")), ...ask(real("project"))]
      .filter((card) => card.status === "in_delivery" && holders(duties, card.id, "accountable").length > 0)
      .map((card) => card.id);
    const running = missions.filter((mission) => mission.status === "in_delivery").map(({ id }) => id);
    if (delivering.length + running.length === 0) return null;
    const day = firstDay(ask(today));
    return [
      ...aged(delivering, ask(lastReviewed), monthsBefore(day, REVIEW_MONTHS), "review"),
      ...aged(running, ask(lastReported), monthsBefore(day, REPORT_MONTHS), "report"),
    ];
  },
};
