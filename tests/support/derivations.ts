/*
 * Derivations as tests ask for them: the shipped templates as snapshots, and the result of one health check.
 */
import { readFileSync } from "node:fs";
import { answer, type Context } from "@trellis/shared/derive/ask";
import { type CheckResult, healthCheck } from "@trellis/shared/derive/health/healthCheck";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { decoded, docOf, type MapBuilder } from "./builders.ts";

/** The day of all golden figures. */
export const TODAY: Context = { today: "2026-01-31" };

export const TEMPLATES = [
  "greater-manchester-2038",
  "camden-renewal",
  "korea-innovation-cities",
  "learning-community",
  "blank-mission",
] as const;

/** A map that ships with Trellis, imported as anybody would. */
export function templateSnapshot(name: (typeof TEMPLATES)[number]): MapSnapshot {
  const file = new URL(`../../shared/src/templates/${name}.json`, import.meta.url);
  return takeSnapshot(new MapDoc(docOf(decoded(JSON.parse(readFileSync(file, "utf8"))))));
}

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
