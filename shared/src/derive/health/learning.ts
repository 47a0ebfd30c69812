/**
 * H27: every challenge has a case or a study (on it or on something below it), and at least one on the map challenges
 * what it is about.
 */
import type { CardId } from "../../schema/ids.ts";
import { realById, realLinks } from "../parts.ts";
import { challengeWork } from "./challengeWork.ts";
import { type Check, type Finding, fails, type Mend } from "./check.ts";

const KINDS: ReadonlySet<string> = new Set(["case_study", "study"]);

export const learning: Check = {
  id: "H27",
  group: "learning",
  severity: "consider",
  run: (ask) => {
    const challenges = ask(challengeWork);
    const [first] = challenges;
    if (!first) return null;
    const evidence = ask(realById("evidence"));
    const studies = ask(realLinks("supports")).filter(({ from }) =>
      KINDS.has(evidence.get(from)?.kind ?? ""),
    );
    const studied = new Set(studies.map((link) => link.to));
    const add = (other: CardId): Mend => ({
      kind: "card",
      type: "evidence",
      home: null,
      link: { type: "supports", other, end: "to" },
    });
    const found: Finding[] = challenges
      .filter(({ scope }) => ![...scope].some((card) => studied.has(card)))
      .map(({ challenge }) => fails("no_evidence", [challenge], add(challenge)));
    if (!studies.some((link) => link.stance === "challenges"))
      found.push(fails("no_dissent", [], add(first.challenge)));
    return found;
  },
};
