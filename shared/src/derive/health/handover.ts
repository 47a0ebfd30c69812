/**
 * H23: where the next phase of a mission is led by another level, every card that goes on has an actor accountable in
 * that phase. It is due from twelve months before the phase begins; until then what is open warns. A card goes on
 * unless it is completed, stopped, repealed or ends before the phase begins.
 */
import type { CardId } from "../../schema/ids.ts";
import type { Phase } from "../../schema/values.ts";
import { type Ask, question } from "../ask.ts";
import { firstDay, lastDay, monthsBefore } from "../days.ts";
import { phasesOf, realDutiesEver } from "../duties.ts";
import { missionScopes, real, today } from "../parts.ts";
import { currentPhase } from "../responsibility.ts";
import { type Check, type Finding, fails, giveRole, notKnown, openField, warns } from "./check.ts";

const DUE_MONTHS = 12;
const ENDED: ReadonlySet<string> = new Set(["completed", "stopped", "repealed"]);

/** Cards of the tree that are neither completed, stopped nor repealed, with the last day of those that end. */
const ongoing = question((ask) => {
  const cards = [...ask(real("mission")), ...ask(real("challenge")), ...ask(real("instrument"))];
  const projects = ask(real("project"));
  return new Map<CardId, number | null>([
    ...cards.filter((card) => !ENDED.has(card.status ?? "")).map((card) => [card.id, null] as const),
    ...projects
      .filter((card) => !ENDED.has(card.status ?? ""))
      .map((card) => [card.id, card.end ? lastDay(card.end) : null] as const),
  ]);
});

function findings(ask: Ask, phases: readonly Phase[], next: Phase, cards: readonly CardId[]): Finding[] {
  const begins = next.start ? firstDay(next.start) : null;
  const isDue = begins === null || monthsBefore(begins, DUE_MONTHS) <= firstDay(ask(today));
  const duties = ask(realDutiesEver);
  const going = ask(ongoing);
  const isOther = (phase: string | null) => phases.some((one) => one.id === phase && one.id !== next.id);
  return cards
    .filter((card) => {
      const end = going.get(card);
      return end === null || (end !== undefined && (begins === null || end >= begins));
    })
    .filter(
      (card) =>
        !(duties.get(card) ?? []).some(({ role, phase }) => role === "accountable" && !isOther(phase)),
    )
    .map((card) =>
      (isDue ? fails : warns)("not_handed_over", [card], giveRole(card, "accountable"), {
        phase: next.name ?? null,
        start: next.start ?? null,
      }),
    );
}

export const handover: Check = {
  id: "H23",
  group: "responsibility",
  severity: "must",
  run: (ask) => {
    const found: Finding[] = [];
    let changes = false;
    for (const [mission, cards] of ask(missionScopes)) {
      const phases = ask(phasesOf).get(mission) ?? [];
      const now = currentPhase(phases, ask(today));
      const next = now ? phases[phases.indexOf(now) + 1] : undefined;
      if (!now || !next) continue;
      if (!now.leadLevel || !next.leadLevel) {
        changes = true;
        found.push(notKnown("lead_level_not_known", [mission], openField(mission, "phases")));
      } else if (now.leadLevel !== next.leadLevel) {
        changes = true;
        found.push(...findings(ask, phases, next, cards));
      }
    }
    return changes ? found : null;
  },
};
