/** A verdict in words, always with the shape of its path: one never stands without the other. Pure. */

import { lookOf } from "@trellis/shared/derive/indicatorPath";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { TrajectoryStatus } from "@trellis/shared/derive/trajectory";
import type { TFunction } from "i18next";
import { percent } from "../../workspace/moneyWords.ts";
import { decimalsOf, monthOf, withUnit, workedOut } from "./figures.ts";

/** Before the words; shapes that differ without colour. */
export const SIGNS: Readonly<Record<TrajectoryStatus, string>> = {
  achieved: "★",
  on_track: "✓",
  behind: "◐",
  off_track: "✕",
  moving_away: "↶",
  too_early: "…",
  cannot_assess: "?",
};

/** "Off track on a constant-rate path"; "Not known: no target". */
export function verdictWords(t: TFunction, reading: IndicatorReading): string {
  const { status, missing } = reading.standing;
  if (missing !== null) return t("indicators.notKnown", { what: t(`indicators.missing.${missing}`) });
  const look = lookOf(reading, reading.standing.path);
  const verdict = t(`indicators.verdict.${status}`);
  return look === null
    ? verdict
    : t("indicators.verdictOn", { verdict, path: t(`indicators.onPath.${look}`) });
}

/** What else belongs beside the verdict, each a sentence. */
export function besideVerdict(t: TFunction, reading: IndicatorReading): string[] {
  const { standing, other, early, path, isTargetOver, future } = reading;
  const said: string[] = [];
  const { actual } = standing;
  const target = reading.targets.at(-1);
  if (isTargetOver && target && actual)
    said.push(t("indicators.targetOver", { target: monthOf(target), date: monthOf(actual) }));
  if (future > 0) said.push(t("indicators.future", { count: future }));
  if ((standing.runRate ?? 0) < 0) said.push(t("indicators.fell"));
  if (actual?.severalOnDay) said.push(t("indicators.several", { date: monthOf(actual) }));
  if (early !== null) said.push(t(`indicators.early.${early}`));
  if (standing.missing === null && path === "compound" && standing.path === "linear")
    said.push(t("indicators.straightened"));
  if (other !== null)
    said.push(
      t("indicators.other", {
        path: t(`indicators.onPath.${other.path}`),
        verdict: t(`indicators.verdict.${other.standing.status}`).toLocaleLowerCase(),
      }),
    );
  return said;
}

/** How far along: a share of the expected change, or of a budget. Null where there is no such figure. */
export function paceWords(t: TFunction, reading: IndicatorReading): string | null {
  const { standing, unit, isUsedUp } = reading;
  const { pace, actual, used, exhausted } = standing;
  if (actual === null) return null;
  if (typeof used === "number")
    return t(`indicators.${isUsedUp ? "usedUpIn" : exhausted ? "usedUntil" : "used"}`, {
      share: percent(used),
      year: exhausted?.slice(0, 4),
    });
  if (pace === null) return null;
  const date = monthOf(actual);
  if (standing.path === "stepped") return t("indicators.paceStepped", { share: percent(pace), date });
  if (pace < 0) return t("indicators.paceAway", { date });
  const expected =
    standing.expected === null ? "" : withUnit(workedOut(standing.expected, decimalsOf(reading)), unit);
  return t("indicators.pace", { share: percent(pace), date, expected });
}

/** The field that mends what is missing. */
export const FIELD_OF: Readonly<Record<NonNullable<IndicatorReading["standing"]["missing"]>, string>> = {
  target: "targets",
  step: "targets",
  rate: "actuals",
  actual: "actuals",
  baseline: "baseline",
  path: "path",
  direction: "direction",
};
