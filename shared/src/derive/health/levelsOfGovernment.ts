/** H12: public actors of at least two levels are accountable or responsible in each mission. */
import { actorsWith } from "../duties.ts";
import { missionScopes } from "../parts.ts";
import { type Check, each, fails, giveRole, notKnown } from "./check.ts";

const LEAST_LEVELS = 2;

export const levelsOfGovernment: Check = {
  id: "H12",
  group: "responsibility",
  severity: "must",
  run: (ask) =>
    each(ask(missionScopes), ([mission, cards]) => {
      const actors = actorsWith(ask, cards, "accountable", "responsible");
      const isPublic = actors.filter((actor) => actor.sector === "public");
      const levels = new Set(isPublic.flatMap((actor) => actor.level ?? []));
      if (levels.size >= LEAST_LEVELS) return [];
      const open = actors.filter((one) => !one.sector || (one.sector === "public" && !one.level));
      const [first] = open;
      if (first)
        return [
          notKnown("level_not_known", [mission, ...open.map((one) => one.id)], {
            kind: "field",
            card: first.id,
            field: first.sector ? "level" : "sector",
          }),
        ];
      const values = { level: [...levels][0] ?? null };
      return [
        fails(
          "one_level",
          [mission, ...isPublic.map((one) => one.id)],
          giveRole(mission, "responsible"),
          values,
        ),
      ];
    }),
};
