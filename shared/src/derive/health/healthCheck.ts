/**
 * The health check of a mission map: every check with its state and findings, and counts by group. There is no total
 * on purpose: a single score invites gaming. A check that the map has switched off is not run; its reason is kept.
 */
import type { CardId } from "../../schema/ids.ts";
import { type Question, question } from "../ask.ts";
import { setting } from "../parts.ts";
import { CHECK_GROUPS, type Check, type CheckGroup, type Finding, type Severity } from "./check.ts";
import { CHECKS } from "./checks.ts";
import { inReadingOrder, places } from "./findingOrder.ts";

const CHECK_STATES = ["pass", "fail", "not_known", "not_applicable", "switched_off"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface CheckResult {
  readonly id: string;
  readonly group: CheckGroup;
  readonly severity: Severity;
  readonly state: CheckState;
  readonly findings: readonly Finding[];
  /** Why it is switched off; null when it is not, or no reason was given. */
  readonly reason: string | null;
}
export interface GroupHealth {
  readonly group: CheckGroup;
  readonly counts: Readonly<Record<CheckState, number>>;
}
export interface HealthCheck {
  /** In the order of the checks. */
  readonly results: readonly CheckResult[];
  readonly groups: readonly GroupHealth[];
}

const NO_FINDINGS: readonly Finding[] = [];

function stateOf(findings: readonly Finding[] | null): CheckState {
  if (findings === null) return "not_applicable";
  if (findings.some(({ weight }) => weight === "fail")) return "fail";
  return findings.some(({ weight }) => weight === "not_known") ? "not_known" : "pass";
}

/** A check's result as a question of its own, so that an edit runs only the checks it may have changed. */
const resultOf = (check: Check): Question<CheckResult> => {
  const { id, group, severity } = check;
  return question((ask) => {
    const off = (ask(setting("switchedOffChecks")) ?? []).find((one) => (one.id as string) === id);
    if (off)
      return {
        id,
        group,
        severity,
        state: "switched_off",
        findings: NO_FINDINGS,
        reason: off.reason?.trim() || null,
      };
    const findings = check.run(ask);
    return { id, group, severity, state: stateOf(findings), findings: findings ?? NO_FINDINGS, reason: null };
  });
};

/** Its findings in the order in which they are read: moving a card runs no check again for that. */
const readResultOf = (check: Check): Question<CheckResult> => {
  const result = resultOf(check);
  return question((ask) => {
    const found = ask(result);
    if (found.findings.length < 2) return found;
    const findings = inReadingOrder(found.findings, ask(places));
    return findings === found.findings ? found : { ...found, findings };
  });
};

const RESULTS = CHECKS.map(readResultOf);

/** Every check and the counts of each group. */
export const healthCheck: Question<HealthCheck> = question((ask) => {
  const results = RESULTS.map((result) => ask(result));
  const count = (group: CheckGroup, state: CheckState) =>
    results.filter((result) => result.group === group && result.state === state).length;
  return {
    results,
    groups: CHECK_GROUPS.map((group) => ({
      group,
      counts: Object.fromEntries(CHECK_STATES.map((state) => [state, count(group, state)])) as Record<
        CheckState,
        number
      >,
    })),
  };
});

export interface Mark {
  readonly check: string;
  readonly finding: Finding;
}

/** What fails or warns on each card it is about, for marks on canvas and outline. */
export const healthMarks: Question<ReadonlyMap<CardId, readonly Mark[]>> = question((ask) => {
  const marks = new Map<CardId, Mark[]>();
  for (const { id, findings } of ask(healthCheck).results) {
    for (const finding of findings) {
      const [card] = finding.cards;
      if (!card || (finding.weight !== "fail" && finding.weight !== "warning")) continue;
      marks.set(card, [...(marks.get(card) ?? []), { check: id, finding }]);
    }
  }
  return marks;
});
