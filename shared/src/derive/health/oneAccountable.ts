/** H09 and H10: exactly one actor is accountable today for each project, and for each mission and challenge. */
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { holders, realDuties } from "../duties.ts";
import { real } from "../parts.ts";
import { type Check, each, fails, giveRole } from "./check.ts";

const exactlyOne = (ask: Ask, cards: readonly { readonly id: CardId }[]) =>
  each(cards, ({ id }) => {
    const accountable = holders(ask(realDuties), id, "accountable");
    if (accountable.length === 0) return [fails("no_accountable", [id], giveRole(id, "accountable"))];
    if (accountable.length === 1) return [];
    const end = { kind: "endRole", card: id, role: "accountable" } as const;
    return [fails("many_accountable", [id, ...accountable], end, { actors: accountable.length })];
  });

export const projectsAccounted: Check = {
  id: "H09",
  group: "responsibility",
  severity: "must",
  run: (ask) => exactlyOne(ask, ask(real("project"))),
};

export const challengesAccounted: Check = {
  id: "H10",
  group: "responsibility",
  severity: "must",
  run: (ask) => exactlyOne(ask, [...ask(real("mission")), ...ask(real("challenge"))]),
};
