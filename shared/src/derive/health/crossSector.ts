/**
 * H19: actors of at least three sectors are accountable or responsible in each mission, and its challenges and projects
 * touch at least three domains. A mixed partnership is no sector of its own.
 */
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { actorsWith } from "../duties.ts";
import { missionScopes, realById } from "../parts.ts";
import { type Check, each, type Finding, fails, giveRole, notKnown, openField } from "./check.ts";

const LEAST_SECTORS = 3;
const LEAST_DOMAINS = 3;

function sectorFindings(ask: Ask, mission: CardId, cards: readonly CardId[]): Finding[] {
  const actors = actorsWith(ask, cards, "accountable", "responsible");
  const sectors = new Set(actors.flatMap(({ sector }) => (sector && sector !== "mixed" ? [sector] : [])));
  if (sectors.size >= LEAST_SECTORS) return [];
  const values = { sectors: sectors.size, least: LEAST_SECTORS };
  const open = actors.filter((actor) => !actor.sector).map((actor) => actor.id);
  const [first] = open;
  if (first && sectors.size + open.length >= LEAST_SECTORS)
    return [notKnown("sectors_not_known", [mission, ...open], openField(first, "sector"), values)];
  return [fails("few_sectors", [mission], giveRole(mission, "responsible"), values)];
}

function domainFindings(ask: Ask, mission: CardId, cards: readonly CardId[]): Finding[] {
  const [challenges, projects] = [ask(realById("challenge")), ask(realById("project"))];
  const work = cards.flatMap((card) => challenges.get(card) ?? projects.get(card) ?? []);
  const domains = new Set(
    work.flatMap((card) => (card.domains ?? []).map((domain) => domain.trim().toLowerCase())),
  );
  domains.delete("");
  if (domains.size >= LEAST_DOMAINS) return [];
  const values = { domains: domains.size, least: LEAST_DOMAINS };
  const open = work.find((card) => (card.domains ?? []).length === 0);
  if (open) return [notKnown("domains_not_known", [mission, open.id], openField(open.id, "domains"), values)];
  const add = { kind: "card", type: "challenge", home: mission, link: null } as const;
  return [fails("few_domains", [mission], add, values)];
}

export const crossSector: Check = {
  id: "H19",
  group: "action",
  severity: "must",
  run: (ask) =>
    each(ask(missionScopes), ([mission, cards]) => [
      ...sectorFindings(ask, mission, cards),
      ...domainFindings(ask, mission, cards),
    ]),
};
