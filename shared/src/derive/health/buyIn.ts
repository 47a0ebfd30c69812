/**
 * H22: a political leader and an administrator hold a role in each mission; every stance against it has something asked
 * of the actor, or the actor has a role on a card that mitigates a risk. Stances are private: who may not see them gets
 * "not known" for that half.
 */

import { ENUMS } from "../../schema/enums.ts";
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { actorsWith, realDuties } from "../duties.ts";
import { missionScopes, realById, realLinks, stances } from "../parts.ts";
import { type Check, each, type Finding, fails, giveRole, notKnown, openField } from "./check.ts";

const CLASSES = [
  ["political_leader", "no_political_leader"],
  ["administrator", "no_administrator"],
] as const;

function classFindings(ask: Ask, mission: CardId, cards: readonly CardId[]): Finding[] {
  const actors = actorsWith(ask, cards, ...ENUMS.role);
  const open = actors.find((actor) => !actor.stakeholderClass);
  return CLASSES.filter(([name]) => !actors.some((actor) => actor.stakeholderClass === name)).map(
    ([name, code]) =>
      open
        ? notKnown("class_not_known", [mission, open.id], openField(open.id, "stakeholderClass"), {
            class: name,
          })
        : fails(code, [mission], giveRole(mission, name === "administrator" ? "responsible" : "champion")),
  );
}

function stanceFindings(ask: Ask, mission: CardId): Finding[] {
  const known = ask(stances);
  if (!known) return [notKnown("stance_not_known", [mission])];
  const mitigating = new Set(ask(realLinks("mitigates")).map((link) => link.from));
  const engaged = new Set(
    [...ask(realDuties)]
      .filter(([card]) => mitigating.has(card))
      .flatMap(([, duties]) => duties.map((duty): string => duty.actor)),
  );
  const actors = ask(realById("actor"));
  return known
    .filter((one) => one.missionId === mission && one.position < 0 && actors.has(one.actorId as CardId))
    .filter((one) => one.ask.trim() === "" && !engaged.has(one.actorId))
    .map((one) => fails("opposition_unanswered", [one.actorId as CardId, mission]));
}

export const buyIn: Check = {
  id: "H22",
  group: "people",
  severity: "should",
  run: (ask) =>
    each(ask(missionScopes), ([mission, cards]) => [
      ...classFindings(ask, mission, cards),
      ...stanceFindings(ask, mission),
    ]),
};
