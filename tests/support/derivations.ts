/*
 * Derivations as tests ask for them: the shipped templates as snapshots, and the result of one health check.
 */
import { answer, type Context } from "@trellis/shared/derive/ask";
import { type CheckResult, healthCheck } from "@trellis/shared/derive/health/healthCheck";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import blank from "@trellis/shared/templates/blank-mission.json" with { type: "json" };
import camden from "@trellis/shared/templates/camden-renewal.json" with { type: "json" };
import manchester from "@trellis/shared/templates/greater-manchester-2038.json" with { type: "json" };
import korea from "@trellis/shared/templates/korea-innovation-cities.json" with { type: "json" };
import community from "@trellis/shared/templates/learning-community.json" with { type: "json" };
import { decoded, docOf, type MapBuilder } from "./builders.ts";

/** The day of all golden figures. */
export const TODAY: Context = { today: "2026-01-31" };

const TEMPLATES = {
  "greater-manchester-2038": manchester,
  "camden-renewal": camden,
  "korea-innovation-cities": korea,
  "learning-community": community,
  "blank-mission": blank,
} as const;
export type TemplateName = keyof typeof TEMPLATES;

/** A map that ships with Trellis, imported as anybody would. */
export const templateSnapshot = (name: TemplateName): MapSnapshot =>
  takeSnapshot(new MapDoc(docOf(decoded(TEMPLATES[name]))));

/** The result of one check. */
export function checked(map: MapBuilder | MapSnapshot, id: string, context: Context = TODAY): CheckResult {
  const snapshot = "snapshot" in map ? map.snapshot() : map;
  const result = answer(healthCheck, snapshot, context).results.find((one) => one.id === id);
  if (!result) throw new Error(`There is no check ${id}.`);
  return result;
}

/** State and findings of a check in a few words: "fail", "no_champion m", "one_office m a". */
export function told(map: MapBuilder | MapSnapshot, id: string, context: Context = TODAY): string[] {
  const { state, findings } = checked(map, id, context);
  return [state, ...findings.map(({ code, cards }) => [code, ...cards].join(" "))];
}
