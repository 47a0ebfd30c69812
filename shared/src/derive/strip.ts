/** Strips: narrow sub-columns beside a column, in which satellites stand next to their hosts. */
import type { Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { CARD_SIZES } from "./cardSizes.ts";
import { boxOf, type CardBox } from "./laneBoxes.ts";
import type { Occupancy } from "./occupancy.ts";

const GAP = 12;
const INSET = 16;
const MOST_COLUMNS = 12;

export interface Strip {
  readonly columns: number;
  readonly columnWidth: number;
  /** With the space that parts it from its column; 0 when it is empty. */
  readonly width: number;
}

/** A strip wide enough for `cards` in about `height`. Cards that say where they stand take no room in it. */
export function planStrip(cards: readonly Card[], height: number): Strip {
  const stacked = cards.filter((card) => !card.pos);
  if (stacked.length === 0) return { columns: 0, columnWidth: 0, width: 0 };
  const sizes = stacked.map((card) => CARD_SIZES[card.type]);
  const columnWidth = sizes.reduce((widest, size) => Math.max(widest, size.width), 0);
  const total = sizes.reduce((sum, size) => sum + size.height + GAP, 0);
  const columns = Math.min(MOST_COLUMNS, Math.max(1, Math.ceil(total / Math.max(1, height))));
  return { columns, columnWidth, width: INSET + columns * (columnWidth + GAP) - GAP };
}

/** Hosts that are placed, from top to bottom. */
export const inHeightOrder = (cards: readonly Card[], boxes: ReadonlyMap<CardId, CardBox>): CardBox[] =>
  cards
    .flatMap((card) => boxes.get(card.id) ?? [])
    .sort((one, other) => one.y - other.y || one.x - other.x || (one.id < other.id ? -1 : 1));

/** Fills one strip from top to bottom; each satellite as near to its host's top as there is room. */
export class StripFiller {
  readonly #strip: Strip;
  readonly #x: number;
  readonly #occupancy: Occupancy;
  #ends: number[];

  constructor(strip: Strip, x: number, occupancy: Occupancy) {
    this.#strip = strip;
    this.#x = x + INSET;
    this.#occupancy = occupancy;
    this.#ends = new Array(strip.columns).fill(Number.NEGATIVE_INFINITY);
  }

  place(card: Card, hostY: number, lane: Level | null): CardBox {
    let column = 0;
    for (let index = 1; index < this.#ends.length; index++) {
      if (Math.max(hostY, this.#ends[index] ?? 0) < Math.max(hostY, this.#ends[column] ?? 0)) column = index;
    }
    const wanted = boxOf(
      card,
      this.#x + column * (this.#strip.columnWidth + GAP),
      Math.max(hostY, this.#ends[column] ?? hostY),
      lane,
    );
    const box = { ...wanted, y: this.#occupancy.freeBelow(wanted) };
    this.#ends[column] = box.y + box.height + GAP;
    this.#occupancy.add(box);
    return box;
  }
}
