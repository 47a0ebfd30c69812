/** H07: every indicator that can be assessed is on its path (pace of at least 0.95, see trajectory). */
import { lookOf } from "../indicatorPath.ts";
import { missionYears } from "../indicators.ts";
import { real, today } from "../parts.ts";
import { standing } from "../trajectory.ts";
import { type Check, type Finding, fails, notKnown, openField } from "./check.ts";

const OFF_PATH: ReadonlySet<string> = new Set(["behind", "off_track", "moving_away"]);

/** Where to fill in what an assessment misses. */
const FIELDS: Readonly<Record<string, string>> = {
  target: "targets",
  step: "targets",
  rate: "actuals",
  actual: "actuals",
  baseline: "baseline",
  path: "path",
  direction: "direction",
};

export const onPath: Check = {
  id: "H07",
  group: "measures",
  severity: "should",
  run: (ask) => {
    const indicators = ask(real("indicator"));
    if (indicators.length === 0) return null;
    const [years, day] = [ask(missionYears), ask(today)];
    const found = indicators.map((indicator): { isAssessed: boolean; finding: Finding | null } => {
      const { id } = indicator;
      const { status, pace, missing, used, exhausted, path } = standing(
        indicator,
        day,
        years.get(id) ?? null,
      );
      const field = FIELDS[missing ?? ""] ?? "actuals";
      if (status === "cannot_assess")
        return {
          isAssessed: false,
          finding: notKnown("cannot_assess", [id], openField(id, field), { missing }),
        };
      const look = lookOf(indicator, path);
      const values = { status, look, pace, used: used ?? null, exhausted: exhausted ?? null };
      const isOff = OFF_PATH.has(status);
      return {
        isAssessed: true,
        finding: isOff
          ? fails("behind_path", [id], { kind: "view", view: "indicators", card: id }, values)
          : null,
      };
    });
    const assessed = found.filter((one) => one.isAssessed);
    return (assessed.length === 0 ? found : assessed).flatMap((one) => one.finding ?? []);
  },
};
