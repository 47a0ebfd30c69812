/** Which checks are shown, as the address says it: `?result=fail,not_known&group=people`. Pure. */
import { CHECK_GROUPS, type CheckGroup } from "@trellis/shared/derive/health/check";
import type { CheckResult, CheckState } from "@trellis/shared/derive/health/healthCheck";
import { allNamed, withChoices } from "../../workspace/addressChoices.ts";

/** In the order in which people look at them. */
export const RESULTS: readonly CheckState[] = ["fail", "not_known", "pass", "not_applicable", "switched_off"];

export interface HealthFilter {
  /** None chosen shows all. */
  readonly results: readonly CheckState[];
  readonly groups: readonly CheckGroup[];
}
export const ALL_CHECKS: HealthFilter = { results: [], groups: [] };

export function readFilter(search: string): HealthFilter {
  const params = new URLSearchParams(search);
  return {
    results: allNamed(RESULTS, params.get("result")),
    groups: allNamed(CHECK_GROUPS, params.get("group")),
  };
}

/** `search` with the filter written into it; what else is in it stays. */
export const writeFilter = (search: string, { results, groups }: HealthFilter): string =>
  withChoices(search, { result: results.join(","), group: groups.join(",") });

/** The check that an address names, which is opened in the list: `?check=H09`. */
export const namedCheck = (search: string): string | null => new URLSearchParams(search).get("check");

export const withoutCheck = (search: string): string => withChoices(search, { check: null });

/** `search` that leads to one check, whatever was chosen before; what belongs to no part of the health check stays. */
export const searchOfCheck = (search: string, check: string): string =>
  withChoices(search, { result: null, group: null, part: null, check });

export const isChosen = ({ results, groups }: HealthFilter, { state, group }: CheckResult): boolean =>
  (results.length === 0 || results.includes(state)) && (groups.length === 0 || groups.includes(group));

/** With a value switched on or off. */
export const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
