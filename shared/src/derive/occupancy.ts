/** Which parts of the canvas are taken: a uniform grid over boxes, so that asking costs the same on any map. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CELL_WIDTH = 256;
const CELL_HEIGHT = 128;
/** Room kept around a card, so that neighbours never touch. */
const MARGIN = 6;

export class Occupancy {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    const { left, right, top, bottom } = cellsOf(box, 0);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const key = keyOf(column, row);
        const cell = this.#cells.get(key);
        if (cell) cell.push(box);
        else this.#cells.set(key, [box]);
      }
    }
  }

  /** The first box in the way of `wanted`, or null when there is room. */
  inTheWay(wanted: Box): Box | null {
    const { left, right, top, bottom } = cellsOf(wanted, MARGIN);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const cell = this.#cells.get(keyOf(column, row));
        if (cell) for (const box of cell) if (overlaps(box, wanted, MARGIN)) return box;
      }
    }
    return null;
  }

  /** The nearest y at or below `wanted.y` at which it has room. */
  freeBelow(wanted: Box): number {
    let y = wanted.y;
    for (let box = this.inTheWay(wanted); box; box = this.inTheWay({ ...wanted, y })) {
      y = box.y + box.height + 2 * MARGIN;
    }
    return y;
  }
}

/** True when two boxes come closer than `margin`. */
export const overlaps = (one: Box, other: Box, margin = 0): boolean =>
  one.x < other.x + other.width + margin &&
  other.x < one.x + one.width + margin &&
  one.y < other.y + other.height + margin &&
  other.y < one.y + one.height + margin;

/** The cells a box touches, asked for each card of a layout many times over: numbers, no list of keys. */
const cellsOf = (box: Box, margin: number) => ({
  left: Math.floor((box.x - margin) / CELL_WIDTH),
  right: Math.floor((box.x + box.width + margin) / CELL_WIDTH),
  top: Math.floor((box.y - margin) / CELL_HEIGHT),
  bottom: Math.floor((box.y + box.height + margin) / CELL_HEIGHT),
});

/** Columns and rows stay far below 2^20 in either direction. */
const keyOf = (column: number, row: number): number => (column + 2 ** 20) * 2 ** 21 + row;
