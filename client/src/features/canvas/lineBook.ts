/**
 * All lines of the scene and which of them hang together with what.
 * 1. A line finds its way anew when one of its cards moved, or when a card came or went where its way was looked for.
 * 2. Finding ways costs the most of an edit on a large map: at most `MOST_AT_ONCE` lines find theirs in one go, those
 *    in sight first. The others wait for `routeMore`: moved along with their cards, or plain curves.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { overlap, type Rect } from "./geometry.ts";
import { type Line, type LineEnds, lineKey, movedLine, plainLine, routedLine } from "./lines.ts";
import type { Ground } from "./linkRoute.ts";
import { RectGrid } from "./rectGrid.ts";

/** A few milliseconds of work. */
const MOST_AT_ONCE = 200;
/** Looking whether a line is concerned at all costs about this part of finding its way. */
const DOUBT_SHARE = 0.25;
/** With more disturbed places than this lines are looked at bit by bit. */
const FEW = 8;

type RectOf = (id: CardId) => Rect | undefined;

const NO_LINES: readonly Line[] = [];

export class LineBook {
  readonly #ends = new Map<string, LineEnds>();
  readonly #lines = new Map<string, Line>();
  readonly #keysAt = new Map<CardId, Set<string>>();
  /** Lines that have to find their way. */
  #waiting = new Set<string>();
  /** Those of them that still stand as they did before. */
  #behind = new Set<string>();
  /** Lines of which it is not known yet whether `#places` concern them. */
  #doubtful = new Set<string>();
  #places = new RectGrid<string>();
  #list: readonly Line[] | null = NO_LINES;

  /** Every line whose two cards stand somewhere. */
  get lines(): readonly Line[] {
    this.#list ??= [...this.#lines.values()];
    return this.#list;
  }

  /** Some lines wait to find their way. */
  get waiting(): boolean {
    return this.#waiting.size + this.#doubtful.size > 0;
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
    this.#await(key);
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
    this.#forget(key);
    for (const card of [ends.from, ends.to]) {
      const keys = this.#keysAt.get(card);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysAt.delete(card);
    }
  }

  /** Cards stand elsewhere, came or went; `disturbed` is where, null when all lines have to be looked at. */
  disturb(cards: Iterable<CardId>, disturbed: readonly Rect[] | null): void {
    if (!disturbed) {
      for (const key of this.#ends.keys()) this.#await(key);
      return;
    }
    for (const card of cards) for (const key of this.#keysAt.get(card) ?? []) this.#await(key);
    if (disturbed.length > FEW) {
      for (const place of disturbed) this.#places.set(String(this.#places.size), place);
      for (const key of this.#ends.keys()) if (!this.#waiting.has(key)) this.#doubtful.add(key);
      return;
    }
    if (disturbed.length === 0) return;
    for (const [key, { watched }] of this.#lines) if (overlapAny(watched, disturbed)) this.#await(key);
  }

  /** Lets waiting lines find their way, those at the cards of `first` before the others. */
  route(rectOf: RectOf, ground: Ground, first: Iterable<CardId>): void {
    if (!this.waiting) return;
    this.#list = null;
    let left = MOST_AT_ONCE;
    if (this.#waiting.size > left) {
      const inSight: string[] = [];
      for (const card of first)
        for (const key of this.#keysAt.get(card) ?? []) if (this.#waiting.has(key)) inSight.push(key);
      for (const key of inSight.slice(0, left))
        if (this.#waiting.has(key)) this.#routeOne(key, rectOf, ground);
      // What is not looked at can wait for the next time.
      if (inSight.length > 0) left = 0;
    }
    for (const key of this.#waiting) {
      if (left-- <= 0) break;
      this.#routeOne(key, rectOf, ground);
    }
    for (const key of this.#doubtful) {
      if (left <= 0) break;
      left -= DOUBT_SHARE;
      this.#doubtful.delete(key);
      if (!this.#lines.get(key)?.watched.some((area) => this.#places.touches(area))) continue;
      this.#routeOne(key, rectOf, ground);
      left--;
    }
    if (this.#doubtful.size === 0 && this.#places.size > 0) this.#places = new RectGrid();
    for (const key of this.#behind) this.#bringAlong(key, rectOf);
    this.#behind.clear();
  }

  #await(key: string): void {
    this.#waiting.add(key);
    this.#behind.add(key);
    this.#doubtful.delete(key);
  }

  #routeOne(key: string, rectOf: RectOf, ground: Ground): void {
    const ends = this.#ends.get(key);
    const from = ends && rectOf(ends.from);
    const to = ends && rectOf(ends.to);
    this.#waiting.delete(key);
    this.#behind.delete(key);
    if (ends && from && to) this.#lines.set(key, routedLine(ends, from, to, ground));
    else this.#lines.delete(key);
  }

  /** What a line looks like until it has found its way. */
  #bringAlong(key: string, rectOf: RectOf): void {
    const ends = this.#ends.get(key);
    const from = ends && rectOf(ends.from);
    const to = ends && rectOf(ends.to);
    if (!ends || !from || !to) {
      this.#lines.delete(key);
      this.#waiting.delete(key);
      return;
    }
    const known = this.#lines.get(key);
    const line = (known?.kind === ends.kind && movedLine(known, from, to)) || plainLine(ends, from, to);
    if (line !== known) this.#lines.set(key, line);
  }

  #forget(key: string): void {
    this.#waiting.delete(key);
    this.#behind.delete(key);
    this.#doubtful.delete(key);
    if (this.#lines.delete(key)) this.#list = null;
  }
}

/** Asked for every line of the map at each edit: plain loops. */
function overlapAny(areas: readonly Rect[], others: readonly Rect[]): boolean {
  for (const area of areas) for (const other of others) if (overlap(other, area)) return true;
  return false;
}
