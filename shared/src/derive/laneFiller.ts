/**
 * Fills one lane. A card keeps its slot in the grid while it is moved about, so that moving one card does not make the
 * others close up; only cards it lands on give way.
 */
import type { Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { CARD_SIZES } from "./cardSizes.ts";
import { boxOf, type CardBox, kept } from "./laneBoxes.ts";
import type { Occupancy } from "./occupancy.ts";
import { inHeightOrder, type Strip, StripFiller } from "./strip.ts";

/** Room above the first and below the last card of a lane. */
export const PAD = 24;
/** From one sub-column to the next. */
export const PITCH_X = CARD_SIZES.project.width + 28;

export interface Grid {
  readonly cards: readonly Card[];
  readonly x: number;
  readonly columns: number;
  /** From one row to the next. */
  readonly pitch: number;
}

export class LaneFiller {
  readonly boxes: CardBox[] = [];
  readonly #level: Level;
  readonly #x: number;
  readonly #y: number;
  readonly #slots: ReadonlyMap<CardId, number>;
  readonly #occupancy: Occupancy;

  /** A lane whose corner is at (x, y). */
  constructor(level: Level, x: number, y: number, slots: ReadonlyMap<CardId, number>, occupancy: Occupancy) {
    this.#level = level;
    this.#x = x;
    this.#y = y;
    this.#slots = slots;
    this.#occupancy = occupancy;
  }

  #put(box: CardBox): void {
    this.#occupancy.add(box);
    this.boxes.push(box);
  }

  /** Cards that say themselves where they stand. */
  keepOwnPlaces(cards: readonly Card[]): void {
    for (const card of cards) {
      if (!card.pos) continue;
      const [x, y] = [kept(card.pos[0], 0), kept(card.pos[1], 0)];
      this.#put(boxOf(card, this.#x + x, this.#y + y, this.#level));
    }
  }

  /** All other cards, into their slots; one whose slot is covered by a moved card takes the next free one. */
  fill(grid: Grid): void {
    const slotOf = (card: Card) => this.#slots.get(card.id) ?? 0;
    const at = (card: Card, slot: number) =>
      boxOf(
        card,
        grid.x + (slot % grid.columns) * PITCH_X,
        this.#y + PAD + Math.floor(slot / grid.columns) * grid.pitch,
        this.#level,
      );
    const displaced: Card[] = [];
    for (const card of grid.cards) {
      if (card.pos) continue;
      const box = at(card, slotOf(card));
      if (this.#occupancy.inTheWay(box)) displaced.push(card);
      else this.#put(box);
    }
    let next = 0;
    for (const card of displaced.sort((one, other) => slotOf(one) - slotOf(other))) {
      next = Math.max(next, slotOf(card));
      while (this.#occupancy.inTheWay(at(card, next))) next++;
      this.#put(at(card, next++));
    }
  }

  /** Satellites of the cards placed so far, in the strip beside their column. */
  fillStrip(
    hosts: readonly Card[],
    strip: Strip,
    x: number,
    satellites: ReadonlyMap<CardId | null, readonly Card[]>,
  ): void {
    if (strip.columns === 0) return;
    const filler = new StripFiller(strip, x, this.#occupancy);
    const placed = new Map(this.boxes.map((box) => [box.id, box]));
    for (const host of inHeightOrder(hosts, placed)) {
      for (const card of satellites.get(host.id) ?? []) {
        if (!card.pos) this.boxes.push(filler.place(card, host.y, null));
      }
    }
  }
}
