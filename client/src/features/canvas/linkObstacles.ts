/** Why a link that the table allows cannot be added between two cards just now. Pure. */
import { missionTree, parentOf } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { LINK_RULES, type LinkType } from "@trellis/shared/schema/linkTypes";
import type { LinkChoice } from "../../workspace/linkChoices.ts";

/** `already`: it is there; `circle`: it would lead back to where it starts. */
export type LinkObstacle = "already" | "circle";

/** Null when nothing stands in the way. The operation asks the same when it is done. */
export function linkObstacle(
  snapshot: MapSnapshot,
  choice: LinkChoice,
  from: CardId,
  to: CardId,
): LinkObstacle | null {
  const { type, role } = choice;
  if (type === "part_of") {
    if (parentOf(missionTree(snapshot.cards), from) === to) return "already";
    return reaches(to, from, (card) => [snapshot.cards.get(card)?.home ?? null]) ? "circle" : null;
  }
  const links = [...snapshot.links.values()].filter((link) => link.type === type);
  const isThere = links.some(
    (link) =>
      link.from === from &&
      link.to === to &&
      (link.type !== "responsible" || (link.role === role && (link.phase ?? null) === null)),
  );
  if (isThere) return "already";
  if (!LINK_RULES[type as LinkType].acyclic) return null;
  const next = (card: CardId) => links.filter((link) => link.from === card).map((link) => link.to);
  return reaches(to, from, next) ? "circle" : null;
}

function reaches(start: CardId, end: CardId, next: (card: CardId) => readonly (CardId | null)[]): boolean {
  const reached = new Set<CardId>([start]);
  for (const card of reached) for (const other of next(card)) if (other !== null) reached.add(other);
  return reached.has(end);
}
