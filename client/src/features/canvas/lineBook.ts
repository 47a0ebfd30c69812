/**
 * All lines of the scene and which of them hang together with what.
 * 1. A line finds its way anew when one of its cards moved, or when a card came or went where its way was looked for.
 * 2. Finding ways costs the most of an edit on a large map: at most `MOST_AT_ONCE` lines find theirs in one go, the
 *    others are plain curves (or stay as they were) and wait for `routeMore`.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { overlap, type Rect } from "./geometry.ts";
import { type Line, type LineEnds, lineKey, plainLine, routedLine } from "./lines.ts";
import type { Ground } from "./linkRoute.ts";
import { RectGrid } from "./rectGrid.ts";

/** About 5 ms of work each. */
export const MOST_AT_ONCE = 400;
/** With more disturbed places than this they are looked up by place. */
const FEW = 8;

type RectOf = (id: CardId) => Rect | undefined;

const NO_LINES: readonly Line[] = [];

export class LineBook {
  readonly #ends = new Map<string, LineEnds>();
  readonly #lines = new Map<string, Line>();
  readonly #keysAt = new Map<CardId, Set<string>>();
  #waiting = new Set<string>();
  #list: readonly Line[] | null = NO_LINES;

  /** Every line whose two cards stand somewhere. */
  get lines(): readonly Line[] {
    this.#list ??= [...this.#lines.values()];
    return this.#list;
  }

  /** Some lines wait to find their way. */
  get waiting(): boolean {
    return this.#waiting.size > 0;
  }

  at(card: CardId): readonly Line[] {
    const keys = this.#keysAt.get(card);
    return keys ? [...keys].flatMap((key) => this.#lines.get(key) ?? []) : NO_LINES;
  }

  put(ends: LineEnds): void {
    const key = lineKey(ends);
    const before = this.#ends.get(key);
    if (before && (before.from !== ends.from || before.to !== ends.to)) this.drop(key);
    this.#ends.set(key, ends);
    this.#waiting.add(key);
    for (const card of [ends.from, ends.to]) {
      const keys = this.#keysAt.get(card);
      if (keys) keys.add(key);
      else this.#keysAt.set(card, new Set([key]));
    }
  }

  drop(key: string): void {
    const ends = this.#ends.get(key);
    if (!ends) return;
    this.#ends.delete(key);
    this.#waiting.delete(key);
    if (this.#lines.delete(key)) this.#list = null;
    for (const card of [ends.from, ends.to]) {
      const keys = this.#keysAt.get(card);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysAt.delete(card);
    }
  }

  /** Cards stand elsewhere, came or went; `disturbed` is where, null when all lines have to be looked at. */
  disturb(cards: Iterable<CardId>, disturbed: readonly Rect[] | null): void {
    if (!disturbed) {
      for (const key of this.#ends.keys()) this.#waiting.add(key);
      return;
    }
    for (const card of cards) for (const key of this.#keysAt.get(card) ?? []) this.#waiting.add(key);
    if (disturbed.length === 0) return;
    const isDisturbed = lookup(disturbed);
    for (const [key, line] of this.#lines)
      if (!this.#waiting.has(key) && line.watched.some(isDisturbed)) this.#waiting.add(key);
  }

  /** Lets waiting lines find their way; a line without a place of its own yet is a plain curve until then. */
  route(rectOf: RectOf, ground: Ground): void {
    if (this.#waiting.size === 0) return;
    this.#list = null;
    let left = MOST_AT_ONCE;
    for (const key of this.#waiting) {
      const ends = this.#ends.get(key);
      const from = ends && rectOf(ends.from);
      const to = ends && rectOf(ends.to);
      if (!ends || !from || !to) {
        this.#lines.delete(key);
        this.#waiting.delete(key);
      } else if (left-- > 0) {
        this.#lines.set(key, routedLine(ends, from, to, ground));
        this.#waiting.delete(key);
      } else {
        const known = this.#lines.get(key);
        if (known?.fromRect !== from || known.toRect !== to || known.kind !== ends.kind)
          this.#lines.set(key, plainLine(ends, from, to));
      }
    }
  }
}

function lookup(areas: readonly Rect[]): (area: Rect) => boolean {
  if (areas.length <= FEW) return (area) => areas.some((one) => overlap(one, area));
  const grid = new RectGrid<string>();
  for (const [index, area] of areas.entries()) grid.set(String(index), area);
  return (area) => grid.rectsIn(area).length > 0;
}
