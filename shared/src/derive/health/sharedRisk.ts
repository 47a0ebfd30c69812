/**
 * H25: projects led by a private actor (accountable today) or paid for with private money say on what conditions risks
 * and rewards are shared. Money that is only an idea or was withdrawn does not count.
 */
import type { CardId } from "../../schema/ids.ts";
import { type Question, question } from "../ask.ts";
import { holders, realDuties } from "../duties.ts";
import { real, realById, realLinks } from "../parts.ts";
import { type Check, each, fails, openField } from "./check.ts";

const NO_MONEY: ReadonlySet<string> = new Set(["idea", "withdrawn"]);

/** Cards that private money is meant for. */
const privatelyFunded: Question<ReadonlySet<CardId>> = question((ask) => {
  const actors = ask(realById("actor"));
  const pots = ask(realById("funding"));
  const isPrivate = new Set(
    ask(realLinks("provides"))
      .filter(({ from }) => actors.get(from)?.sector === "private")
      .map((link) => link.to),
  );
  return new Set(
    ask(realLinks("funds"))
      .filter(({ from }) => isPrivate.has(from) || pots.get(from)?.kind === "private_investment")
      .filter(({ status }) => !NO_MONEY.has(status ?? ""))
      .map((link) => link.to),
  );
});

export const sharedRisk: Check = {
  id: "H25",
  group: "money",
  severity: "should",
  run: (ask) => {
    const [actors, duties, funded] = [ask(realById("actor")), ask(realDuties), ask(privatelyFunded)];
    const isLed = (project: CardId) =>
      holders(duties, project, "accountable").some((actor) => actors.get(actor)?.sector === "private");
    const projects = ask(real("project")).filter(({ id }) => funded.has(id) || isLed(id));
    return each(projects, ({ id, riskReward }) =>
      (riskReward?.conditions ?? "").trim() === ""
        ? [fails("no_conditions", [id], openField(id, "riskReward"))]
        : [],
    );
  },
};
