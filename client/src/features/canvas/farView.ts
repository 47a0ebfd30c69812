/**
 * The far view: cards as plain shapes. Those of one type are one cached path in world units, so that drawing 5,000
 * cards anew while panning costs a dozen fills. Missions and challenges, and what is selected, are drawn one by one.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { PALETTE } from "../../workspace/palette.ts";
import { drawTitle, type SetTitle, setTitle } from "./canvasText.ts";
import { drawLensMarks } from "./farLensMarks.ts";
import { drawStatusMarks, MARKED_TITLE_FROM, type StatusMarks, statusMarks } from "./farMarks.ts";
import type { Rect } from "./geometry.ts";
import type { Scene } from "./scene.ts";
import { shapePath } from "./shapes.ts";

/** Size of titles on the screen, and the zoom below which there are none. */
const TITLE_PX = 9.5;
const SMALLEST_TITLED = 0.12;
/** Below this zoom a line on a project or an actor would hold less than a word. */
const SMALLEST_ALL_TITLED = 0.24;
/** On a map of many cards a screen holds too many of them to write on each, until further in. */
const MANY_CARDS = 600;
const SMALLEST_MANY_TITLED = 0.3;
/** Below this zoom rounded corners are smaller than a pixel. */
const LEAST_ROUNDED = 0.2;
const ROUNDED: ReadonlySet<CardType> = new Set(["mission", "challenge", "project", "indicator"]);
const FACE_RADIUS = 10;
/** Room at the right end of a shape that narrows there. */
const SLANT = 6;
/** Below this zoom the signs of states would be specks. */
const SMALLEST_MARKED = 0.14;
const TITLED: ReadonlySet<CardType> = new Set(["mission", "challenge"]);
/** Titles kept broken into lines, before the oldest are forgotten together. */
const MOST_TITLES = 2_000;

const FAR_FILL: Partial<Readonly<Record<CardType, { readonly fill: string; readonly line: string }>>> = {
  mission: { fill: PALETTE.mission, line: PALETTE.mission },
  challenge: { fill: PALETTE.challenge, line: PALETTE.challengeOutline },
  grand_challenge: { fill: PALETTE.goal, line: PALETTE.goalOutline },
  instrument: { fill: PALETTE.instrument, line: PALETTE.instrumentOutline },
  actor: { fill: PALETTE.paper, line: PALETTE.actorOutline },
};
const FAR_PLAIN = { fill: PALETTE.paper, line: PALETTE.outlineStrong };

/** A card as a plain shape: what type it is can be told, no more. */
function drawShape(
  context: CanvasRenderingContext2D,
  type: CardType,
  path: Path2D,
  zoom: number,
  outline: string | null,
): void {
  const { fill, line } = FAR_FILL[type] ?? FAR_PLAIN;
  context.fillStyle = fill;
  context.fill(path);
  context.lineWidth = (outline ? 2.5 : 1) / zoom;
  context.strokeStyle = outline ?? line;
  context.stroke(path);
}

/** The part of a card that its title may fill: beside the sign of its state, and inside slanted ends. */
function titlePlace(type: CardType, rect: Rect): Rect {
  if (TITLED.has(type)) return rect;
  return { ...rect, x: rect.x + MARKED_TITLE_FROM, width: rect.width - MARKED_TITLE_FROM - SLANT };
}

const outlines = new Map<string, Path2D>();

/** A type has one size, so a map of thousands of cards needs a dozen paths. */
function outlineOf(type: CardType, { width, height }: Rect): Path2D {
  const key = `${type} ${width} ${height}`;
  const known = outlines.get(key);
  if (known) return known;
  const path = new Path2D(shapePath(type, width, height));
  outlines.set(key, path);
  return path;
}

export class FarView {
  readonly #scene: Scene;
  /** Shapes of all cards, with their corners and without. */
  readonly #shapes = new Map<"plain" | "shapes", ReadonlyMap<CardType, Path2D>>();
  #marks: StatusMarks | null = null;
  #titles = new Map<string, SetTitle>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Something moved, came or went. */
  forget(): void {
    this.#shapes.clear();
    this.#marks = null;
  }

  /** Everything but what is being dragged. `outlines` are colours of selected cards, here or by peers. */
  draw(
    context: CanvasRenderingContext2D,
    area: Rect,
    zoom: number,
    outlines: ReadonlyMap<CardId, string>,
    words: boolean,
  ): void {
    const titled = words && zoom > SMALLEST_TITLED;
    for (const [type, path] of this.#shapesAt(zoom)) {
      const isTitled = titled && TITLED.has(type);
      if (!isTitled) drawShape(context, type, path, zoom, null);
    }
    if (words && zoom > SMALLEST_MARKED) {
      this.#marks ??= statusMarks(this.#scene);
      drawStatusMarks(context, this.#marks, zoom, zoom > this.#allTitledFrom);
    }
    const { grid, dragged } = this.#scene;
    const single = titled ? grid.within(area) : [...outlines.keys()];
    for (const id of single) {
      const type = this.#scene.card(id)?.type;
      if (!type || dragged.has(id) || !(outlines.has(id) || TITLED.has(type))) continue;
      this.drawCard(context, id, zoom, outlines.get(id) ?? null);
    }
    if (words && zoom > this.#allTitledFrom) this.#drawOtherTitles(context, area, zoom, outlines);
    drawLensMarks(context, this.#scene, area, zoom);
  }

  #shapesAt(zoom: number): ReadonlyMap<CardType, Path2D> {
    const how = zoom < LEAST_ROUNDED ? "plain" : "shapes";
    const known = this.#shapes.get(how);
    if (known) return known;
    const paths = this.#pathsByType(this.#scene.grid.entries(), how);
    this.#shapes.set(how, paths);
    return paths;
  }

  get #allTitledFrom(): number {
    return this.#scene.layout.cards.size > MANY_CARDS ? SMALLEST_MANY_TITLED : SMALLEST_ALL_TITLED;
  }

  /** Titles on the shapes drawn together; what is outlined was drawn with its title. */
  #drawOtherTitles(
    context: CanvasRenderingContext2D,
    area: Rect,
    zoom: number,
    outlines: ReadonlyMap<CardId, string>,
  ): void {
    const { grid, dragged } = this.#scene;
    for (const id of grid.within(area)) {
      const card = this.#scene.card(id);
      const rect = grid.rect(id);
      if (!card || !rect || TITLED.has(card.type) || dragged.has(id) || outlines.has(id)) continue;
      const place = titlePlace(card.type, rect);
      drawTitle(
        context,
        this.#titleOf(context, card.title, place.width, TITLE_PX / zoom),
        place,
        PALETTE.ink,
      );
    }
  }

  /** One card; a challenge grows for its title where there is room. */
  drawCard(context: CanvasRenderingContext2D, id: CardId, zoom: number, outline: string | null): void {
    const card = this.#scene.card(id);
    const rect = this.#scene.rectOf(id);
    if (!card || !rect) return;
    const isGrowing = TITLED.has(card.type);
    const place = titlePlace(card.type, rect);
    const title =
      zoom > (isGrowing ? SMALLEST_TITLED : this.#allTitledFrom)
        ? this.#titleOf(context, card.title, place.width, TITLE_PX / zoom)
        : null;
    const box = title && isGrowing ? this.#roomFor(title, rect) : rect;
    context.save();
    context.translate(box.x, box.y);
    drawShape(context, card.type, outlineOf(card.type, box), zoom, outline);
    context.restore();
    if (title)
      drawTitle(
        context,
        title,
        isGrowing ? box : place,
        card.type === "mission" ? PALETTE.missionInk : PALETTE.ink,
      );
  }

  #roomFor(title: SetTitle, rect: Rect): Rect {
    const extra = Math.max(0, title.height - rect.height) / 2;
    const grown = { ...rect, y: rect.y - extra, height: Math.round(rect.height + 2 * extra) };
    return this.#scene.grid.within(grown).length > 1 ? rect : grown;
  }

  #titleOf(context: CanvasRenderingContext2D, text: string, width: number, size: number): SetTitle {
    const key = `${size.toFixed(2)} ${width} ${text}`;
    const known = this.#titles.get(key);
    if (known) return known;
    if (this.#titles.size > MOST_TITLES) this.#titles.clear();
    const title = setTitle(context, text, width, size);
    this.#titles.set(key, title);
    return title;
  }

  /** The faces of cards without a word or an edge, under those that are elements of the page or soon will be. */
  drawFaces(context: CanvasRenderingContext2D, area: Rect): void {
    const { grid } = this.#scene;
    const entries = grid.within(area).map((id) => [id, grid.rect(id) as Rect] as const);
    for (const [type, path] of this.#pathsByType(entries, "faces")) {
      context.fillStyle = (FAR_FILL[type] ?? FAR_PLAIN).fill;
      context.fill(path);
    }
  }

  #pathsByType(
    cards: Iterable<readonly [CardId, Rect]>,
    how: "plain" | "faces" | "shapes",
  ): Map<CardType, Path2D> {
    const paths = new Map<CardType, Path2D>();
    for (const [id, rect] of cards) {
      const type = this.#scene.card(id)?.type;
      if (!type || this.#scene.dragged.has(id)) continue;
      const path = paths.get(type) ?? new Path2D();
      paths.set(type, path);
      const inside = [rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2] as const;
      if (how === "plain" && ROUNDED.has(type)) path.rect(...inside);
      // Corners of a dark face would show behind the rounded card.
      else if (how === "faces" && ROUNDED.has(type)) path.roundRect(...inside, FACE_RADIUS);
      else path.addPath(outlineOf(type, rect), { e: rect.x, f: rect.y });
    }
    return paths;
  }
}
