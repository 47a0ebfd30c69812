/** H13: every function that a project needs is done by somebody at a level that is good at it (see levels). */
import { advantage } from "../levels.ts";
import { real } from "../parts.ts";
import { type Check, fails, notKnown, openField } from "./check.ts";

export const comparativeAdvantage: Check = {
  id: "H13",
  group: "responsibility",
  severity: "should",
  run: (ask) => {
    const projects = ask(real("project"));
    const [first] = projects;
    if (!first) return null;
    const needed = ask(advantage).rows.filter((row) => row.neededBy.length > 0);
    if (needed.length === 0) return [notKnown("needs_not_known", [], openField(first.id, "functionsNeeded"))];
    return needed.flatMap((row) => {
      if (row.state === "covered") return [];
      const doing = row.cells.flatMap((cell) => cell.cards);
      const code = row.state === "missing" ? "function_missing" : "function_stretch";
      return [fails(code, [...row.neededBy, ...doing], null, { function: row.name })];
    });
  },
};
