/**
 * H17: every mission has a project that explores, prototypes or demonstrates; every challenge has at least two
 * projects, at home or contributing, with different accountable actors.
 */
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { holders, realDuties } from "../duties.ts";
import { missionScopes, realById } from "../parts.ts";
import { type ChallengeWork, challengeWork } from "./challengeWork.ts";
import { type Check, type Finding, fails, type Mend, notKnown, openField } from "./check.ts";

const EARLY: ReadonlySet<string> = new Set(["explore", "prototype", "demonstrate"]);
const LEAST_LEADS = 2;

function inMission(ask: Ask, mission: CardId, cards: readonly CardId[]): readonly Finding[] {
  const known = ask(realById("project"));
  const projects = cards.flatMap((card) => known.get(card) ?? []);
  if (projects.some((project) => EARLY.has(project.maturity ?? ""))) return [];
  const open = projects.find((project) => !project.maturity);
  if (open) return [notKnown("maturity_not_known", [mission, open.id], openField(open.id, "maturity"))];
  return [fails("no_experiment", [mission], { kind: "card", type: "project", home: mission, link: null })];
}

function inChallenge(ask: Ask, { challenge, projects }: ChallengeWork): readonly Finding[] {
  const duties = ask(realDuties);
  const leads = new Set(projects.flatMap((project) => holders(duties, project, "accountable")));
  const add: Mend = { kind: "card", type: "project", home: challenge, link: null };
  if (projects.length < LEAST_LEADS)
    return [fails("few_projects", [challenge, ...projects], add, { projects: projects.length })];
  if (leads.size >= LEAST_LEADS) return [];
  const open = projects.filter((project) => holders(duties, project, "accountable").length === 0);
  if (open.length > 0) return [notKnown("leads_not_known", [challenge, ...open])];
  return [fails("one_lead", [challenge, ...leads], add)];
}

export const roomToExperiment: Check = {
  id: "H17",
  group: "action",
  severity: "should",
  run: (ask) => {
    const missions = [...ask(missionScopes)];
    const challenges = ask(challengeWork);
    if (missions.length + challenges.length === 0) return null;
    return [
      ...missions.flatMap(([mission, cards]) => inMission(ask, mission, cards)),
      ...challenges.flatMap((work) => inChallenge(ask, work)),
    ];
  },
};
