/** H08: every challenge has a project or an instrument, at home or contributing; fewer than two home projects warn. */
import { compareText } from "../../lib/order.ts";
import { challengeWork } from "./challengeWork.ts";
import { type Check, each, fails, type Mend, warns } from "./check.ts";

const ENOUGH_PROJECTS = 2;

export const challengesActed: Check = {
  id: "H08",
  group: "action",
  severity: "must",
  run: (ask) =>
    each(ask(challengeWork), ({ challenge, homeProjects, projects, instruments }) => {
      const add: Mend = { kind: "card", type: "project", home: challenge, link: null };
      if (projects.length + instruments.length === 0) return [fails("no_action", [challenge], add)];
      if (homeProjects.length >= ENOUGH_PROJECTS) return [];
      // Links come in the order of ids, which says nothing to anybody.
      const helping = projects.filter((project) => !homeProjects.includes(project)).sort(compareText);
      const values = { projects: homeProjects.length, helping: helping.length };
      return [warns("few_home_projects", [challenge, ...homeProjects, ...helping], add, values)];
    }),
};
