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
    for (const key of cellsOf(box, 0)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  /** The first box in the way of `wanted`, or null when there is room. */
  inTheWay(wanted: Box): Box | null {
    for (const key of cellsOf(wanted, MARGIN)) {
      for (const box of this.#cells.get(key) ?? []) if (overlaps(box, wanted, MARGIN)) return box;
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

/** Keys of the cells a box touches. Columns and rows stay far below 2^20 in either direction. */
function cellsOf(box: Box, margin: number): number[] {
  const keys: number[] = [];
  const right = Math.floor((box.x + box.width + margin) / CELL_WIDTH);
  const bottom = Math.floor((box.y + box.height + margin) / CELL_HEIGHT);
  for (let column = Math.floor((box.x - margin) / CELL_WIDTH); column <= right; column++) {
    for (let row = Math.floor((box.y - margin) / CELL_HEIGHT); row <= bottom; row++) {
      keys.push((column + 2 ** 20) * 2 ** 21 + row);
    }
  }
  return keys;
}
