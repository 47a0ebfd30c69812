/** What stands in a row beside the card's own fields: what it is part of, and who has a role on it today. */

import { asking } from "@trellis/shared/derive/ask";
import { type Duties, dutiesIn, holders } from "@trellis/shared/derive/duties";
import { missionTree, parentOf } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { Column } from "./columns.ts";

export interface Joined {
  readonly text: (card: Card, column: Column) => string;
}

/** `untitled` stands for a card without a title. Duties are asked for only once a column needs them. */
export function joinedOf(snapshot: MapSnapshot, today: string, untitled: string): Joined {
  const { cards } = snapshot;
  const titleOf = (id: CardId): string => cards.get(id)?.title || untitled;
  let duties: Duties | null = null;
  return {
    text: (card, column) => {
      if (column.kind === "home") {
        const home = parentOf(missionTree(cards), card.id);
        return home === null ? "" : titleOf(home);
      }
      if (column.kind !== "role") return "";
      duties ??= asking(snapshot, { today })(dutiesIn);
      return holders(duties, card.id, column.role).map(titleOf).join(", ");
    },
  };
}
