/** H14: every mission has a champion, and not only one person's office. */
import { actorsWith } from "../duties.ts";
import { missionScopes } from "../parts.ts";
import { type Check, each, fails, giveRole } from "./check.ts";

export const champion: Check = {
  id: "H14",
  group: "people",
  severity: "should",
  run: (ask) =>
    each(ask(missionScopes), ([mission, cards]) => {
      const champions = actorsWith(ask, cards, "champion");
      const mend = giveRole(mission, "champion");
      const [first] = champions;
      if (!first) return [fails("no_champion", [mission], mend)];
      const isOneOffice = champions.length === 1 && first.kind === "role";
      return isOneOffice ? [fails("one_office", [mission, first.id], mend)] : [];
    }),
};
