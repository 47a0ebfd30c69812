/**
 * Finds cards by place. A uniform grid over the world: moving a card touches the cells it leaves and enters and
 * nothing else, so culling and hit tests cost the same on a map of 100 and of 10,000 cards.
 */
import { holds, overlap, type Point, type Rect } from "./geometry.ts";

const CELL_WIDTH = 900;
const CELL_HEIGHT = 480;
/** Beyond this many cells a query walks the cards instead; a far view covers everything anyway. */
const MOST_CELLS = 4_096;

export class RectGrid<Id extends string> {
  #rects = new Map<Id, Rect>();
  #cells = new Map<string, Set<Id>>();

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
    if (before) {
      if (sameCells(before, rect)) {
        this.#rects.set(id, rect);
        return;
      }
      this.delete(id);
    }
    this.#rects.set(id, rect);
    forCells(rect, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.add(id);
      else this.#cells.set(key, new Set([id]));
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
        for (const id of this.#cells.get(`${column}:${row}`) ?? []) {
          const rect = this.#rects.get(id);
          if (rect && overlap(rect, area)) found.add(id);
        }
      }
    }
    return [...found];
  }

  /** True when a card overlaps `area`. */
  touches(area: Rect): boolean {
    const [left, right, top, bottom] = cellRange(area);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        for (const id of this.#cells.get(`${column}:${row}`) ?? []) {
          const rect = this.#rects.get(id);
          if (rect && overlap(rect, area)) return true;
        }
      }
    }
    return false;
  }

  /** The card at a point; the one set last wins where two overlap. */
  at(point: Point): Id | null {
    let found: Id | null = null;
    const [column, , row] = cellRange({ ...point, width: 0, height: 0 });
    for (const id of this.#cells.get(`${column}:${row}`) ?? []) {
      const rect = this.#rects.get(id);
      if (rect && holds(rect, point)) found = id;
    }
    return found;
  }
}

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

function forCells(rect: Rect, visit: (key: string) => void): void {
  const [left, right, top, bottom] = cellRange(rect);
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) visit(`${column}:${row}`);
  }
}
