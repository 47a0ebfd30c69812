/**
 * H26: every mission has a theory of change, every challenge a risk or an assumption (on it or on something below it),
 * and every risk that scores 15 or more (likelihood times impact) is mitigated and owned.
 */
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { holders, realDuties } from "../duties.ts";
import { type Facts, real, realLinks } from "../parts.ts";
import { challengeWork } from "./challengeWork.ts";
import { type Check, type Finding, fails, giveRole, notKnown, openField } from "./check.ts";

const HIGH = 15;

function riskFindings(ask: Ask, risk: Facts<"risk">, mitigated: ReadonlySet<CardId>): Finding[] {
  const { id, likelihood, impact } = risk;
  if (typeof likelihood !== "number" || typeof impact !== "number")
    return [
      notKnown(
        "score_not_known",
        [id],
        openField(id, typeof likelihood === "number" ? "impact" : "likelihood"),
      ),
    ];
  const score = likelihood * impact;
  if (score < HIGH) return [];
  const found: Finding[] = [];
  if (!mitigated.has(id))
    found.push(
      fails("risk_not_mitigated", [id], { kind: "link", type: "mitigates", other: id, end: "to" }, { score }),
    );
  if (holders(ask(realDuties), id, "accountable", "responsible").length === 0)
    found.push(fails("risk_not_owned", [id], giveRole(id, "accountable"), { score }));
  return found;
}

export const assumptions: Check = {
  id: "H26",
  group: "learning",
  severity: "should",
  run: (ask) => {
    const [missions, challenges, risks] = [ask(real("mission")), ask(challengeWork), ask(real("risk"))];
    if (missions.length + challenges.length + risks.length === 0) return null;
    const threatened = new Set(ask(realLinks("threatens")).map((link) => link.to));
    const mitigated = new Set(ask(realLinks("mitigates")).map((link) => link.to));
    return [
      ...missions
        .filter((mission) => (mission.theoryOfChange ?? "").trim() === "")
        .map(({ id }) => fails("no_theory", [id], openField(id, "theoryOfChange"))),
      ...challenges
        .filter(({ scope }) => ![...scope].some((card) => threatened.has(card)))
        .map(({ challenge }) =>
          fails("no_risk", [challenge], {
            kind: "card",
            type: "risk",
            home: null,
            link: { type: "threatens", other: challenge, end: "to" },
          }),
        ),
      ...risks.flatMap((risk) => riskFindings(ask, risk, mitigated)),
    ];
  },
};
