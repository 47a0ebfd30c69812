/**
 * The map as the canvas needs it: who stands where, which links run between shown cards, what each card says.
 * 1. It follows snapshots by the ids they touched; what did not change is not worked out again.
 * 2. Positions are the document's; a drag, here or by a peer, is an offset laid over them until the drop arrives.
 * 3. It knows neither React nor the screen.
 * length: one book of what is shown; its caches are of no use apart from each other.
 */
import {
  boxAhead,
  type LaneLayout,
  type LanePlan,
  layoutBy,
  placesCards,
  planLanes,
} from "@trellis/shared/derive/lanes";
import { type MissionTree, missionTree, parentOf } from "@trellis/shared/derive/tree";
import { EMPTY_SNAPSHOT, type MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { type MapChange, sameJson } from "@trellis/shared/schema/mapDoc";
import type { Card, Link } from "@trellis/shared/schema/values";
import { type LensMarks, NO_LENS_MARKS } from "../../workspace/lensMarkStore.ts";
import type { CardPath } from "../../workspace/pathStore.ts";
import { type CardFace, cardFace, sameFace } from "./cardFace.ts";
import { boundsOf, holds, moved, type Point, type Rect } from "./geometry.ts";
import { LineBook } from "./lineBook.ts";
import { homeEnds, homeKey, type Line, lineEnds, linkEnds, nearestLink } from "./lines.ts";
import { linkCurve, type Route } from "./linkPath.ts";
import type { Ground, Span } from "./linkRoute.ts";
import type { LinkKind } from "./linkStyle.ts";
import { RectGrid } from "./rectGrid.ts";

export type Offset = readonly [number, number];

/** What a change did to the scene. */
export interface SceneChange {
  /** Cards to draw again: moved, restated, new or gone. */
  readonly cards: ReadonlySet<CardId>;
  /** Bands, links or places changed, so that what lies under the cards has to be drawn again. */
  readonly ground: boolean;
}

const NO_LINKS: readonly Link[] = [];

export class Scene {
  snapshot: MapSnapshot = EMPTY_SNAPSHOT;
  tree: MissionTree = missionTree(EMPTY_SNAPSHOT.cards);
  layout: LaneLayout;
  readonly grid = new RectGrid<CardId>();
  /** What is looked at: lines there find their way first. Null while that is most of the map. */
  inSight: Rect | null = null;
  readonly #book = new LineBook();
  /** Areas touched since lines last found their way; null when the columns are others now. */
  #disturbed: Rect[] | null = [];
  #moved = new Set<CardId>();
  /** Places of cards that the layout does not know yet. */
  readonly #ahead = new Map<CardId, Rect>();
  /** What the layout does not take from where people put cards; it outlives moves. */
  #plan: LanePlan;
  #shown: ReadonlySet<CardType>;
  #only: ReadonlySet<CardId> | null = null;
  #links = new Map<CardId, Link[]>();
  #faces = new Map<CardId, CardFace>();
  #stale = new Set<CardId>();
  #findings: ReadonlyMap<CardId, number> = new Map();
  #colours: LensMarks = NO_LENS_MARKS;
  #paths: ReadonlyMap<CardId, CardPath> = new Map();
  #offsets: ReadonlyMap<CardId, Offset> = new Map();

  constructor(shown: ReadonlySet<CardType>) {
    this.#shown = shown;
    this.#plan = planLanes(this.snapshot, { tree: this.tree, shown });
    this.layout = layoutBy(this.#plan, this.snapshot.cards);
  }

  /**
   * Takes over a snapshot in which cards have only been moved, without laying out the map anew: the cards are dragged to
   * their places as it were, until `catchUp` or the next `follow`. False when there is more to it; nothing is done then.
   */
  followAhead(snapshot: MapSnapshot, change: MapChange): boolean {
    const before = this.snapshot;
    if (before.links !== snapshot.links) return false;
    const moves = new Map<CardId, Rect>();
    for (const id of change.cards) {
      const [old, card] = [before.cards.get(id), snapshot.cards.get(id)];
      if (old === card) continue;
      if (!old || !card || !isOnlyMoved(old, card)) return false;
      const box = boxAhead(this.layout, card);
      if (!box) return false;
      moves.set(id, box);
    }
    this.snapshot = snapshot;
    for (const [id, box] of moves) this.#ahead.set(id, box);
    return true;
  }

  /** Lays out what `followAhead` has put off. */
  catchUp(): SceneChange {
    const cards = new Set(this.#ahead.keys());
    this.#ahead.clear();
    this.#place(cards);
    this.#relink();
    return { cards, ground: true };
  }

  /** How far cards that others have moved stand from where they were laid out. */
  get ahead(): ReadonlyMap<CardId, Offset> {
    const offsets = new Map<CardId, Offset>();
    for (const [id, box] of this.#ahead) {
      const rect = this.grid.rect(id);
      if (rect) offsets.set(id, [box.x - rect.x, box.y - rect.y]);
    }
    return offsets;
  }

  /** Takes over a newer snapshot. `change` null means that anything may have changed. */
  follow(snapshot: MapSnapshot, change: MapChange | null): SceneChange {
    const before = this.snapshot;
    this.snapshot = snapshot;
    const touched = change?.cards ?? new Set([...before.cards.keys(), ...snapshot.cards.keys()]);
    const linksChanged = before.links !== snapshot.links;
    const restated = new Set(touched);
    let standing = this.#ahead.size > 0;
    this.#ahead.clear();
    let homes = false;
    let order = false;
    for (const id of touched) {
      const old = before.cards.get(id);
      const card = snapshot.cards.get(id);
      if (old === card) continue;
      if (!old || !card || old.type !== card.type || old.home !== card.home || old.order !== card.order)
        homes = true;
      if (!old || !card || levelOf(old) !== levelOf(card)) order = true;
      if (old?.pos !== card?.pos) standing = true;
    }
    if (homes) this.#rebuildTree(restated);
    if (linksChanged && this.#rebuildLinks(before, restated)) order = true;
    for (const id of restated) this.#stale.add(id);
    if (homes || order) this.#replan();
    if (homes || order || standing) this.#place(restated);
    const ground = homes || order || standing || linksChanged;
    if (ground) this.#relink();
    return { cards: restated, ground };
  }

  show(shown: ReadonlySet<CardType>): SceneChange {
    this.#shown = shown;
    const cards = new Set<CardId>();
    this.#replan();
    this.#place(cards);
    this.#relink();
    return { cards, ground: true };
  }

  /** Shows these cards alone, each where it stands anyway; null shows all. */
  showOnly(only: ReadonlySet<CardId> | null): SceneChange {
    this.#only = only;
    const cards = new Set<CardId>();
    this.#settle(cards);
    this.#relink();
    return { cards, ground: true };
  }

  /** Marks cards with how many findings of the health check they have; only cards whose mark changed are drawn again. */
  mark(findings: ReadonlyMap<CardId, number>): SceneChange {
    const before = this.#findings;
    this.#findings = findings;
    return { cards: this.#restate(before, findings), ground: false };
  }

  /** Marks cards with their value of a lens. */
  colour(colours: LensMarks): SceneChange {
    const before = this.#colours;
    this.#colours = colours;
    return { cards: this.#restate(before, colours), ground: false };
  }

  get colours(): LensMarks {
    return this.#colours;
  }

  /** Gives measured cards their small paths. */
  measure(paths: ReadonlyMap<CardId, CardPath>): SceneChange {
    const before = this.#paths;
    this.#paths = paths;
    return { cards: this.#restate(before, paths), ground: false };
  }

  /** Faces that say something else now. */
  #restate<Value>(before: ReadonlyMap<CardId, Value>, now: ReadonlyMap<CardId, Value>): Set<CardId> {
    const cards = new Set<CardId>();
    for (const id of new Set([...before.keys(), ...now.keys()]))
      if (before.get(id) !== now.get(id)) cards.add(id);
    for (const id of cards) this.#stale.add(id);
    return cards;
  }

  /** Lays offsets over the document's positions; returns the cards whose offset changed. */
  drag(offsets: ReadonlyMap<CardId, Offset>): ReadonlySet<CardId> {
    const changed = new Set<CardId>();
    for (const [id, [x, y]] of offsets) {
      const old = this.#offsets.get(id);
      if (!old || old[0] !== x || old[1] !== y) changed.add(id);
    }
    for (const id of this.#offsets.keys()) if (!offsets.has(id)) changed.add(id);
    this.#offsets = offsets;
    return changed;
  }

  /** Drawable links, homes included. */
  get lines(): readonly Line[] {
    return this.#book.lines;
  }

  /** Some lines are plain curves still, until `routeMore` has found their way. */
  get routing(): boolean {
    return this.#book.waiting;
  }

  /** Finds the way of some more lines: a few milliseconds of work. */
  routeMore(): void {
    const first = this.inSight ? this.grid.within(this.inSight) : [];
    this.#book.route((id) => this.grid.rect(id), this.#ground(), first);
  }

  get dragged(): ReadonlyMap<CardId, Offset> {
    return this.#offsets;
  }

  card(id: CardId): Card | undefined {
    return this.snapshot.cards.get(id);
  }

  /** Where a shown card is seen now. */
  rectOf(id: CardId): Rect | undefined {
    const rect = this.grid.rect(id);
    const offset = this.#offsets.get(id);
    return rect && offset ? moved(rect, offset) : rect;
  }

  /** The card at a point of the world, dragged ones where they are dragged to. */
  cardAt(point: Point): CardId | null {
    for (const id of this.#offsets.keys()) {
      const rect = this.rectOf(id);
      if (rect && holds(rect, point)) return id;
    }
    const found = this.grid.at(point);
    return found !== null && this.#offsets.has(found) ? null : found;
  }

  face(id: CardId): CardFace | null {
    const card = this.card(id);
    if (!card) return null;
    const known = this.#faces.get(id);
    if (known && !this.#stale.has(id)) return known;
    const fresh = cardFace(
      card,
      this.linksOf(id),
      this.tree,
      this.snapshot.cards,
      this.#findings.get(id),
      this.#colours.get(id),
      this.#paths.get(id),
    );
    const face = known && sameFace(known, fresh) ? known : fresh;
    this.#stale.delete(id);
    this.#faces.set(id, face);
    return face;
  }

  linksOf(id: CardId): readonly Link[] {
    return this.#links.get(id) ?? NO_LINKS;
  }

  /** Drawable links at a card, its home included. */
  linesAt(id: CardId): readonly Line[] {
    return this.#book.at(id);
  }

  /** The way of a line with any drag applied; while a card moves its links are plain curves, which do not jump. */
  routeOf(line: Line): Route {
    if (!this.#offsets.has(line.from) && !this.#offsets.has(line.to)) return line.route;
    const from = this.rectOf(line.from);
    const to = this.rectOf(line.to);
    return from && to ? [linkCurve(from, to)] : line.route;
  }

  /** The nearest stored link within `reach` of a point, among those `isDrawn` lets through. */
  linkAt(point: Point, reach: number, isDrawn: (line: Line) => boolean): LinkId | null {
    return nearestLink(this.lines, point, reach, isDrawn);
  }

  bounds(): Rect | null {
    return boundsOf([...this.grid.entries()].map(([, rect]) => rect));
  }

  /** How many links of each kind the map holds, shown or not. */
  kindCounts(): ReadonlyMap<LinkKind, number> {
    const kinds = new Map<LinkKind, number>();
    for (const { kind } of lineEnds(this.snapshot, this.tree)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return kinds;
  }

  #rebuildTree(restated: Set<CardId>): void {
    const old = this.tree;
    this.tree = missionTree(this.snapshot.cards);
    for (const id of [...restated]) {
      for (const tree of [old, this.tree]) {
        const parent = parentOf(tree, id);
        if (parent) restated.add(parent);
      }
    }
    for (const [child, parent] of old.parents)
      if (this.tree.parents.get(child) !== parent) this.#book.drop(homeKey(parent, child));
    for (const [child, parent] of this.tree.parents)
      if (old.parents.get(child) !== parent) this.#book.put(homeEnds(parent, child));
  }

  /** Takes links over; true when one of them has a say in where cards stand. */
  #rebuildLinks(before: MapSnapshot, restated: Set<CardId>): boolean {
    const { links } = this.snapshot;
    let places = false;
    for (const [id, link] of before.links) {
      if (links.get(id) === link) continue;
      places ||= placesCards(link, before.cards);
      for (const end of [link.from, link.to]) {
        restated.add(end);
        this.#links.set(
          end,
          this.linksOf(end).filter((other) => other !== link),
        );
      }
      if (!links.has(id)) this.#book.drop(id);
    }
    for (const [id, link] of links) {
      if (before.links.get(id) === link) continue;
      places ||= placesCards(link, this.snapshot.cards);
      this.#book.put(linkEnds(link));
      for (const end of [link.from, link.to]) {
        restated.add(end);
        const list = this.#links.get(end);
        if (list) list.push(link);
        else this.#links.set(end, [link]);
      }
    }
    return places;
  }

  /** Cards came, went or belong elsewhere: who stands next to whom is worked out anew. */
  #replan(): void {
    this.#plan = planLanes(this.snapshot, { tree: this.tree, shown: this.#shown });
  }

  #place(changed: Set<CardId>): void {
    const columns = this.layout.columns;
    this.layout = layoutBy(this.#plan, this.snapshot.cards);
    if (!sameSpans(columns, this.layout.columns)) this.#disturbed = null;
    this.#settle(changed);
  }

  /** Brings the grid in step with layout and with what is to be shown of it. */
  #settle(changed: Set<CardId>): void {
    const only = this.#only;
    for (const [id, rect] of [...this.grid.entries()]) {
      const box = !only || only.has(id) ? this.layout.cards.get(id) : undefined;
      if (!box) this.grid.delete(id);
      if (box && box.x === rect.x && box.y === rect.y) continue;
      changed.add(id);
      this.#moved.add(id);
      this.#disturbed?.push(rect);
    }
    for (const [id, box] of this.layout.cards) {
      if (only && !only.has(id)) continue;
      const rect = this.grid.rect(id);
      if (rect && rect.x === box.x && rect.y === box.y) continue;
      const { x, y, width, height } = box;
      this.grid.set(id, { x, y, width, height });
      this.#disturbed?.push({ x, y, width, height });
      this.#moved.add(id);
      changed.add(id);
    }
  }

  #relink(): void {
    this.#book.disturb(this.#moved, this.#disturbed);
    this.#moved = new Set();
    this.#disturbed = [];
    this.routeMore();
  }

  #ground(): Ground {
    return {
      columns: this.layout.columns,
      cardsIn: (area) => this.grid.rectsIn(area),
      isTaken: (area) => this.grid.touches(area),
    };
  }
}

/** True when two states of a card differ in nothing but its place. */
const isOnlyMoved = (old: Card, card: Card): boolean =>
  sameJson({ ...old, pos: null }, { ...card, pos: null });

const levelOf = (card: Card): string | null => ("level" in card ? (card.level ?? null) : null);

const sameSpans = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.length === other.length &&
  one.every(({ x, width }, index) => other[index]?.x === x && other[index]?.width === width);
