/** H15: a partnership or an independent body (an organisation outside the public sector) convenes each mission. */
import { actorsWith } from "../duties.ts";
import { type Facts, missionScopes } from "../parts.ts";
import { type Check, each, fails, giveRole, notKnown, openField } from "./check.ts";

const isIndependent = ({ kind, sector }: Facts<"actor">): boolean =>
  kind === "partnership" || (kind === "organisation" && Boolean(sector) && sector !== "public");
const isOpen = ({ kind, sector }: Facts<"actor">): boolean => !kind || (kind === "organisation" && !sector);

export const intermediary: Check = {
  id: "H15",
  group: "people",
  severity: "should",
  run: (ask) =>
    each(ask(missionScopes), ([mission, cards]) => {
      const convenors = actorsWith(ask, cards, "convenor");
      const mend = giveRole(mission, "convenor");
      if (convenors.length === 0) return [fails("no_convenor", [mission], mend)];
      if (convenors.some(isIndependent)) return [];
      const open = convenors.find(isOpen);
      if (open)
        return [
          notKnown(
            "convenor_not_known",
            [mission, open.id],
            openField(open.id, open.kind ? "sector" : "kind"),
          ),
        ];
      return [fails("convenor_not_independent", [mission, ...convenors.map((one) => one.id)], mend)];
    }),
};
