/**
 * H23: where the next phase of a mission is led by another level, every card that goes on has an actor accountable in
 * that phase. It is due from twelve months before the phase begins; until then what is open warns. A card goes on
 * unless it is completed, stopped, repealed or ends before the phase begins.
 */
import { nextPhases } from "../handovers.ts";
import { type Check, type Finding, fails, giveRole, notKnown, openField, warns } from "./check.ts";

export const handover: Check = {
  id: "H23",
  group: "responsibility",
  severity: "must",
  run: (ask) => {
    const found: Finding[] = [];
    let changes = false;
    for (const { mission, next, isDue, changesLead, open } of ask(nextPhases).values()) {
      if (changesLead === false) continue;
      changes = true;
      if (changesLead === null) {
        found.push(notKnown("lead_level_not_known", [mission], openField(mission, "phases")));
        continue;
      }
      const values = { phase: next.name ?? null, start: next.start ?? null };
      for (const card of open)
        found.push((isDue ? fails : warns)("not_handed_over", [card], giveRole(card, "accountable"), values));
    }
    return changes ? found : null;
  },
};
