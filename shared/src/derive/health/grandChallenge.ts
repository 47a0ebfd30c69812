/** H02: every mission answers at least one grand challenge (Mazzucato's mission map). */
import { missionScopes, realLinks } from "../parts.ts";
import { type Check, each, fails } from "./check.ts";

export const grandChallenge: Check = {
  id: "H02",
  group: "goal",
  severity: "must",
  run: (ask) => {
    const answering = new Set(ask(realLinks("addresses")).map((link) => link.from));
    return each(ask(missionScopes).keys(), (mission) =>
      answering.has(mission)
        ? []
        : [
            fails("no_grand_challenge", [mission], {
              kind: "link",
              type: "addresses",
              other: mission,
              end: "from",
            }),
          ],
    );
  },
};
