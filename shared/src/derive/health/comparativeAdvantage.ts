/** H13: every function that a project needs is done by somebody at a level that is good at it (see levels). */
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { advantage } from "../levels.ts";
import { real, tree } from "../parts.ts";
import { type Check, fails, notKnown, openField } from "./check.ts";

const isOver = (status: string | null | undefined): boolean => status === "completed" || status === "stopped";

/** Projects in the order in which to ask what they need: in delivery, then what is to come, then what is over. */
function projectsToAsk(ask: Ask): readonly CardId[] {
  const rank = new Map(
    ask(real("project")).map(({ id, status }) => [id, status === "in_delivery" ? 0 : isOver(status) ? 2 : 1]),
  );
  const order = ask(tree).all.filter((card) => rank.has(card));
  const all = [...order, ...[...rank.keys()].filter((card) => !order.includes(card))];
  return all.sort((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0));
}

export const comparativeAdvantage: Check = {
  id: "H13",
  group: "responsibility",
  severity: "should",
  run: (ask) => {
    const projects = projectsToAsk(ask);
    const [first] = projects;
    if (!first) return null;
    const needed = ask(advantage).rows.filter((row) => row.neededBy.length > 0);
    if (needed.length === 0)
      return [notKnown("needs_not_known", projects, openField(first, "functionsNeeded"))];
    return needed.flatMap((row) => {
      if (row.state === "covered") return [];
      const doing = row.cells.flatMap((cell) => cell.cards);
      const code = row.state === "missing" ? "function_missing" : "function_stretch";
      const [needing] = row.neededBy;
      const see = needing ? ({ kind: "open", card: needing, field: "functionsNeeded" } as const) : null;
      return [fails(code, [...row.neededBy, ...doing], see, { function: row.name })];
    });
  },
};
