/** What stands in a row beside the card's own fields: what it is part of, and who has a role on it today. */

import { asking } from "@trellis/shared/derive/ask";
import { type Duties, dutiesIn, holders } from "@trellis/shared/derive/duties";
import type { Duty } from "@trellis/shared/derive/responsibility";
import { missionTree, parentOf } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { Column } from "./columns.ts";

export interface Joined {
  readonly text: (card: Card, column: Column) => string;
  /** A home, or the actors with a role in the order of their ids; null where there is none. */
  readonly value: (card: Card, column: Column) => CardId | readonly CardId[] | null;
  /** Those that make up the cell of a role. */
  readonly duties: (card: CardId, role: ResponsibilityRole) => readonly Duty[];
}

/** `untitled` stands for a card without a title. Duties are asked for only once a column needs them. */
export function joinedOf(snapshot: MapSnapshot, today: string, untitled: string): Joined {
  const { cards } = snapshot;
  const titleOf = (id: CardId): string => cards.get(id)?.title || untitled;
  let known: Duties | null = null;
  const duties = (): Duties => {
    known ??= asking(snapshot, { today })(dutiesIn);
    return known;
  };
  const value: Joined["value"] = (card, column) => {
    if (column.kind === "home") return parentOf(missionTree(cards), card.id);
    if (column.kind !== "role") return null;
    const actors = holders(duties(), card.id, column.role);
    return actors.length > 0 ? actors : null;
  };
  return {
    value,
    text: (card, column) => [value(card, column) ?? []].flat().map(titleOf).join(", "),
    duties: (card, role) => (duties().get(card) ?? []).filter((duty) => duty.role === role),
  };
}
