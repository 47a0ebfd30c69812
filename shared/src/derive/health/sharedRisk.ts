/**
 * H25: projects led by a private actor (accountable today) or paid for with private money say on what conditions risks
 * and rewards are shared. Money that is only an idea or was withdrawn does not count.
 */
import { privateProjects } from "../money/terms.ts";
import { real } from "../parts.ts";
import { type Check, each, fails, openField } from "./check.ts";

export const sharedRisk: Check = {
  id: "H25",
  group: "money",
  severity: "should",
  run: (ask) => {
    const concerned = ask(privateProjects);
    return each(
      ask(real("project")).filter(({ id }) => concerned.has(id)),
      ({ id, riskReward }) =>
        (riskReward?.conditions ?? "").trim() === ""
          ? [fails("no_conditions", [id], openField(id, "riskReward"))]
          : [],
    );
  },
};
