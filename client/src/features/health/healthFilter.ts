/** Which checks are shown, as the address says it: `?result=fail,not_known&group=people`. Pure. */
import { CHECK_GROUPS, type CheckGroup } from "@trellis/shared/derive/health/check";
import type { CheckResult, CheckState } from "@trellis/shared/derive/health/healthCheck";

/** In the order in which people look at them. */
export const RESULTS: readonly CheckState[] = ["fail", "not_known", "pass", "not_applicable", "switched_off"];

export interface HealthFilter {
  /** None chosen shows all. */
  readonly results: readonly CheckState[];
  readonly groups: readonly CheckGroup[];
}
export const ALL_CHECKS: HealthFilter = { results: [], groups: [] };

/** What an address names and there is, each once; the rest of what it names is ignored. */
function named<Value extends string>(text: string | null, allowed: readonly Value[]): Value[] {
  const asked = new Set((text ?? "").split(","));
  return allowed.filter((value) => asked.has(value));
}

export function readFilter(search: string): HealthFilter {
  const params = new URLSearchParams(search);
  return {
    results: named(params.get("result"), RESULTS),
    groups: named(params.get("group"), CHECK_GROUPS),
  };
}

/** `search` with the filter written into it; what else is in it stays. */
export function writeFilter(search: string, { results, groups }: HealthFilter): string {
  const params = new URLSearchParams(search);
  params.delete("result");
  params.delete("group");
  const others = params.toString();
  const parts = [
    ...(others === "" ? [] : [others]),
    ...(results.length === 0 ? [] : [`result=${results.join(",")}`]),
    ...(groups.length === 0 ? [] : [`group=${groups.join(",")}`]),
  ];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

export const isChosen = ({ results, groups }: HealthFilter, { state, group }: CheckResult): boolean =>
  (results.length === 0 || results.includes(state)) && (groups.length === 0 || groups.includes(group));

/** With a value switched on or off. */
export const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
