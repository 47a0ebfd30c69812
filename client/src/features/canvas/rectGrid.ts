/**
 * Finds cards by place. A uniform grid over the world: moving a card touches the cells it leaves and enters and
 * nothing else, so culling and hit tests cost the same on a map of 100 and of 10,000 cards.
 */
import { holds, overlap, type Point, type Rect } from "./geometry.ts";

/** Flat cells: links look along rows, which are one card high and as wide as a column. */
const CELL_WIDTH = 960;
const CELL_HEIGHT = 160;
/** Beyond this many cells a query walks the cards instead; a far view covers everything anyway. */
const MOST_CELLS = 4_096;

export class RectGrid<Id extends string> {
  #rects = new Map<Id, Rect>();
  #cells = new Map<number, Map<Id, Rect>>();

  get size(): number {
    return this.#rects.size;
  }

  rect(id: Id): Rect | undefined {
    return this.#rects.get(id);
  }

  entries(): IterableIterator<[Id, Rect]> {
    return this.#rects.entries();
  }

  set(id: Id, rect: Rect): void {
    const before = this.#rects.get(id);
    if (before && !sameCells(before, rect)) this.delete(id);
    this.#rects.set(id, rect);
    forCells(rect, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.set(id, rect);
      else this.#cells.set(key, new Map([[id, rect]]));
    });
  }

  delete(id: Id): void {
    const rect = this.#rects.get(id);
    if (!rect) return;
    this.#rects.delete(id);
    forCells(rect, (key) => {
      const cell = this.#cells.get(key);
      cell?.delete(id);
      if (cell?.size === 0) this.#cells.delete(key);
    });
  }

  /** Every card that overlaps `area`, each once. */
  within(area: Rect): Id[] {
    const [left, right, top, bottom] = cellRange(area);
    if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) {
      return [...this.#rects].filter(([, rect]) => overlap(rect, area)).map(([id]) => id);
    }
    const found = new Set<Id>();
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        for (const [id, rect] of this.#cells.get(keyOf(column, row)) ?? NONE)
          if (overlap(rect, area)) found.add(id);
      }
    }
    return [...found];
  }

  /** The places of all cards that overlap `area`; one that lies in several cells may come more than once. */
  rectsIn(area: Rect): Rect[] {
    const [left, right, top, bottom] = cellRange(area);
    const found: Rect[] = [];
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const cell = this.#cells.get(keyOf(column, row));
        if (cell) for (const rect of cell.values()) if (overlap(rect, area)) found.push(rect);
      }
    }
    return found;
  }

  /** True when a card overlaps `area`. */
  touches(area: Rect): boolean {
    const [left, right, top, bottom] = cellRange(area);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const cell = this.#cells.get(keyOf(column, row));
        if (cell) for (const rect of cell.values()) if (overlap(rect, area)) return true;
      }
    }
    return false;
  }

  /** The card at a point; the one set last wins where two overlap. */
  at(point: Point): Id | null {
    let found: Id | null = null;
    const [column, , row] = cellRange({ ...point, width: 0, height: 0 });
    for (const [id, rect] of this.#cells.get(keyOf(column, row)) ?? NONE) if (holds(rect, point)) found = id;
    return found;
  }
}

const NONE: readonly never[] = [];

/** Two cells far apart may share a key: their cards are told apart by their places. */
const keyOf = (column: number, row: number): number => (column + 2 ** 20) * 2 ** 21 + row;

const cellRange = (rect: Rect): [left: number, right: number, top: number, bottom: number] => [
  Math.floor(rect.x / CELL_WIDTH),
  Math.floor((rect.x + rect.width) / CELL_WIDTH),
  Math.floor(rect.y / CELL_HEIGHT),
  Math.floor((rect.y + rect.height) / CELL_HEIGHT),
];

const sameCells = (one: Rect, other: Rect): boolean => {
  const a = cellRange(one);
  const b = cellRange(other);
  return a.every((value, index) => value === b[index]);
};

function forCells(rect: Rect, visit: (key: number) => void): void {
  const [left, right, top, bottom] = cellRange(rect);
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) visit(keyOf(column, row));
  }
}
