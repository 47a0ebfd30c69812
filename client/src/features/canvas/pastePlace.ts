/** Where pasted cards come to stand, and what lines of text become there. Pure. */
import type { OutlinePlace } from "@trellis/shared/codecs/outline";
import { typeBelow } from "@trellis/shared/codecs/outline";
import type { LaneLayout } from "@trellis/shared/derive/lanes";
import { type MissionTree, parentOf } from "@trellis/shared/derive/tree";
import { LANED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CopiedCards } from "@trellis/shared/schema/copiedCards";
import type { FileCard } from "@trellis/shared/schema/mapFile";
import type { Card, Position } from "@trellis/shared/schema/values";
import type { Point } from "./geometry.ts";
import { levelBeside, placeOfNew, typeAt } from "./newCard.ts";

/**
 * Copied cards with the places they get at `world`: one card alone stands there; of several, those in lanes are left to
 * the layout, and the others keep their arrangement with its corner there. Null keeps the places they had.
 */
export function placedAt(copied: CopiedCards, layout: LaneLayout, world: Point | null): CopiedCards {
  if (!world) return copied;
  const [only, another] = copied.cards;
  if (only && !another) {
    const place = placeOfNew(layout, only.type, world);
    return { ...copied, cards: [{ ...only, ...place } as FileCard] };
  }
  const corners = copied.cards.flatMap(({ type, pos }) => (pos && !LANED_TYPES.has(type) ? [pos] : []));
  const left = Math.min(...corners.map(([x]) => x));
  const top = Math.min(...corners.map(([, y]) => y));
  const place = ({ pos, ...card }: FileCard): FileCard =>
    pos && !LANED_TYPES.has(card.type as Card["type"])
      ? ({ ...card, pos: shifted(pos, world.x - left, world.y - top) } as FileCard)
      : (card as FileCard);
  return { ...copied, cards: copied.cards.map(place) };
}

const shifted = ([x, y]: Position, byX: number, byY: number): Position => [
  Math.round(x + byX),
  Math.round(y + byY),
];

/** What lines of text become: the next step below the selected card, another beside it, or what the place stands for. */
export function placeOfLines(
  selected: Card | null,
  tree: MissionTree,
  layout: LaneLayout,
  point: Point,
): OutlinePlace {
  if (!selected) {
    const type = typeAt(layout, point);
    return { type, level: placeOfNew(layout, type, point).level ?? null, home: null };
  }
  const below = typeBelow(selected.type);
  const type = below ?? selected.type;
  return {
    type,
    level: levelBeside(type, selected),
    home: below ? selected.id : parentOf(tree, selected.id),
  };
}
