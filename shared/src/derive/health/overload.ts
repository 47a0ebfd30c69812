/**
 * H28: no actor holds more than 40 % of the accountable roles in force on missions, challenges, projects and
 * instruments, nor far more of them than others do, as soon as there are five of them. The rule is that of `loads.ts`.
 */
import { actorLoads } from "../loads.ts";
import { type Check, fails, notes } from "./check.ts";

export const overload: Check = {
  id: "H28",
  group: "responsibility",
  severity: "should",
  run: (ask) => {
    const { total, isWeighed, actors } = ask(actorLoads);
    if (!isWeighed) return null;
    const tell = ({ actor, load, share, overload }: (typeof actors)[number]) => {
      const values = { load, total, share };
      const see = { kind: "view", view: "responsibilities", card: actor } as const;
      if (overload === null) return notes("largest_load", [actor], see, values);
      return fails(overload === "share" ? "overload" : "large_load", [actor], see, values);
    };
    const overloaded = actors.filter((actor) => actor.overload !== null);
    return (overloaded.length > 0 ? overloaded : actors.slice(0, 1)).map(tell);
  },
};
