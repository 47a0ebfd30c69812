/** H05: every indicator of a mission or a challenge has a baseline with its value, date and source. */
import { real, realById, realLinks } from "../parts.ts";
import { type Check, each, fails, openField } from "./check.ts";

export const baselines: Check = {
  id: "H05",
  group: "measures",
  severity: "must",
  run: (ask) => {
    const [missions, challenges] = [ask(realById("mission")), ask(realById("challenge"))];
    const measuring = new Set(
      ask(realLinks("measures"))
        .filter(({ to }) => missions.has(to) || challenges.has(to))
        .map((link) => link.from),
    );
    const indicators = ask(real("indicator")).filter((indicator) => measuring.has(indicator.id));
    return each(indicators, ({ id, baseline }) => {
      if (typeof baseline?.value !== "number") return [fails("no_baseline", [id], openField(id, "baseline"))];
      const isWhole = baseline.date && (baseline.source ?? "").trim() !== "";
      return isWhole ? [] : [fails("baseline_incomplete", [id], openField(id, "baseline"))];
    });
  },
};
