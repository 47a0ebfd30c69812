/**
 * The two drawn layers under the cards.
 * 1. `ground` (bands, calm links, far cards) is larger than the screen: a pan inside its margin, or a small zoom, only
 *    sets one style; it is drawn again when the view leaves the margin, when zooming pauses, or when the map changed.
 * 2. `hot` (links of looked-at cards, whatever is being dragged) is as large as the screen and drawn when needed.
 * Nothing here knows React; the stage decides when to call.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { type DrawnLine, drawBands, drawFarCard, drawLines, drawTitle, isSeen, setTitle } from "./drawing.ts";
import { type Rect, seenBy, type View } from "./geometry.ts";
import type { Line } from "./lines.ts";
import { PALETTE } from "./palette.ts";
import type { Scene } from "./scene.ts";
import { FAR_ZOOM } from "./windowing.ts";

/** What the layers show besides the scene itself. */
export interface Spotlight {
  /** Cards whose links all show, strongly. */
  readonly cards: ReadonlySet<CardId>;
  readonly selected: ReadonlySet<CardId>;
  readonly link: string | null;
  /** Outlines of what peers have selected, for the far view. */
  readonly peers: ReadonlyMap<CardId, string>;
  readonly isCalm: (line: Line) => boolean;
}

export const NO_SPOTLIGHT: Spotlight = {
  cards: new Set(),
  selected: new Set(),
  link: null,
  peers: new Map(),
  isCalm: () => true,
};

/** Part of the screen's size drawn beyond each edge; less on dense screens, whose pixels cost four times. */
const MARGIN = 0.3;
const DENSE_MARGIN = 0.15;
const ZOOM_PAUSE_MS = 120;
/** Titles in the far view: their size on the screen, and the zoom below which there are none. */
const FAR_TITLE_PX = 9.5;
const SMALLEST_TITLED = 0.12;

export class Layers {
  readonly #ground: HTMLCanvasElement;
  readonly #hot: HTMLCanvasElement;
  readonly #scene: Scene;
  #width = 0;
  #height = 0;
  #density = 1;
  #drawn: View | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #hotEmpty = true;
  spotlight: Spotlight = NO_SPOTLIGHT;

  constructor(ground: HTMLCanvasElement, hot: HTMLCanvasElement, scene: Scene) {
    this.#ground = ground;
    this.#hot = hot;
    this.#scene = scene;
  }

  resize(width: number, height: number, density: number): void {
    this.#width = width;
    this.#height = height;
    this.#density = Math.min(2, density);
    this.#hot.width = Math.round(width * this.#density);
    this.#hot.height = Math.round(height * this.#density);
    this.#hot.style.width = `${width}px`;
    this.#hot.style.height = `${height}px`;
    const margin = this.#margin;
    this.#ground.width = Math.round(width * (1 + 2 * margin) * this.#density);
    this.#ground.height = Math.round(height * (1 + 2 * margin) * this.#density);
    this.#ground.style.width = `${width * (1 + 2 * margin)}px`;
    this.#ground.style.height = `${height * (1 + 2 * margin)}px`;
    this.#drawn = null;
  }

  close(): void {
    clearTimeout(this.#pause);
  }

  /** Follows the view; draws only when it has to. */
  update(view: View): void {
    const drawn = this.#drawn;
    if (!drawn || !this.#covers(drawn, view)) this.#drawGround(view);
    else {
      this.#shift(drawn, view);
      if (drawn.zoom !== view.zoom) {
        clearTimeout(this.#pause);
        this.#pause = setTimeout(() => this.#drawGround(view), ZOOM_PAUSE_MS);
      }
    }
    this.#drawHot(view);
  }

  /** What lies under the cards changed: draw it again at the next update. */
  invalidate(): void {
    this.#drawn = null;
  }

  get #margin(): number {
    return this.#density > 1.5 ? DENSE_MARGIN : MARGIN;
  }

  #covers(drawn: View, view: View): boolean {
    const ratio = view.zoom / drawn.zoom;
    if (ratio < 0.6 || ratio > 1.7 || drawn.zoom < FAR_ZOOM !== view.zoom < FAR_ZOOM) return false;
    const margin = this.#margin;
    const left = -margin * this.#width * ratio + (view.x - drawn.x * ratio);
    const top = -margin * this.#height * ratio + (view.y - drawn.y * ratio);
    const width = this.#width * (1 + 2 * margin) * ratio;
    const height = this.#height * (1 + 2 * margin) * ratio;
    return left <= 0 && top <= 0 && left + width >= this.#width && top + height >= this.#height;
  }

  #shift(drawn: View, view: View): void {
    const ratio = view.zoom / drawn.zoom;
    const margin = this.#margin;
    const x = view.x - drawn.x * ratio - margin * this.#width * ratio;
    const y = view.y - drawn.y * ratio - margin * this.#height * ratio;
    this.#ground.style.transform = `translate(${x}px, ${y}px) scale(${ratio})`;
  }

  #drawGround(view: View): void {
    clearTimeout(this.#pause);
    this.#drawn = view;
    const context = this.#ground.getContext("2d");
    if (!context || this.#width === 0) return;
    const margin = this.#margin;
    const density = this.#density;
    const { zoom } = view;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#ground.width, this.#ground.height);
    const originX = view.x + margin * this.#width;
    const originY = view.y + margin * this.#height;
    context.setTransform(zoom * density, 0, 0, zoom * density, originX * density, originY * density);
    const area = seenBy(
      { x: originX, y: originY, zoom },
      this.#width * (1 + 2 * margin),
      this.#height * (1 + 2 * margin),
    );
    const { layout } = this.#scene;
    drawBands(context, layout.lanes, layout.lanesX, area, 1 / zoom);
    this.#drawCalmLines(context, area, zoom);
    if (zoom < FAR_ZOOM) this.#drawFarCards(context, this.#scene.grid.within(area), zoom);
    this.#shift(view, view);
  }

  #drawCalmLines(context: CanvasRenderingContext2D, area: Rect, zoom: number): void {
    const { dragged } = this.#scene;
    const lines = this.#scene.lines.filter(
      (line) =>
        this.spotlight.isCalm(line) &&
        !dragged.has(line.from) &&
        !dragged.has(line.to) &&
        isSeen(line.bounds, area),
    );
    const drawn = lines.map((line): DrawnLine => ({ kind: line.kind, route: line.route, signAt: "end" }));
    const far = zoom < FAR_ZOOM;
    drawLines(
      context,
      drawn,
      { colour: PALETTE.link, width: 1.3, thinnest: far ? 0.6 : 0.8, signs: zoom > 0.5 },
      zoom,
    );
  }

  #drawFarCards(context: CanvasRenderingContext2D, ids: readonly CardId[], zoom: number): void {
    const { selected, peers } = this.spotlight;
    for (const id of ids) {
      if (this.#scene.dragged.has(id)) continue;
      const outline = selected.has(id) ? PALETTE.accent : (peers.get(id) ?? null);
      this.#drawFarCard(context, id, zoom, outline);
    }
  }

  /** A plain shape; missions and challenges with a title, for which a challenge grows where there is room. */
  #drawFarCard(context: CanvasRenderingContext2D, id: CardId, zoom: number, outline: string | null): void {
    const card = this.#scene.card(id);
    const rect = this.#scene.rectOf(id);
    if (!card || !rect) return;
    const titled = zoom > SMALLEST_TITLED && (card.type === "mission" || card.type === "challenge");
    if (!titled) {
      drawFarCard(context, card.type, rect, zoom, outline);
      return;
    }
    const title = setTitle(context, card.title, rect.width, FAR_TITLE_PX / zoom);
    const extra = Math.max(0, title.height - rect.height) / 2;
    const grown = { ...rect, y: rect.y - extra, height: rect.height + 2 * extra };
    const box = this.#scene.grid.within(grown).length > 1 ? rect : grown;
    drawFarCard(context, card.type, box, zoom, outline);
    drawTitle(context, title, box, card.type === "mission" ? PALETTE.missionInk : PALETTE.ink);
  }

  #drawHot(view: View): void {
    const { dragged } = this.#scene;
    const { cards, link } = this.spotlight;
    const empty = dragged.size === 0 && cards.size === 0 && link === null;
    if (empty && this.#hotEmpty) return;
    this.#hotEmpty = empty;
    const context = this.#hot.getContext("2d");
    if (!context) return;
    const density = this.#density;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#hot.width, this.#hot.height);
    if (empty) return;
    context.setTransform(view.zoom * density, 0, 0, view.zoom * density, view.x * density, view.y * density);
    this.#drawHotLines(context, view.zoom);
    if (view.zoom >= FAR_ZOOM) return;
    for (const id of dragged.keys()) this.#drawFarCard(context, id, view.zoom, PALETTE.accent);
  }

  #drawHotLines(context: CanvasRenderingContext2D, zoom: number): void {
    const { cards, link, isCalm } = this.spotlight;
    const plain = new Map<Line, DrawnLine>();
    const strong = new Map<Line, DrawnLine>();
    for (const id of this.#scene.dragged.keys()) {
      for (const line of this.#scene.linesAt(id)) {
        if (isCalm(line))
          plain.set(line, { kind: line.kind, route: this.#scene.routeOf(line), signAt: "end" });
      }
    }
    for (const id of cards) {
      for (const line of this.#scene.linesAt(id)) {
        plain.delete(line);
        const signAt = line.to === id ? "start" : "end";
        strong.set(line, { kind: line.kind, route: this.#scene.routeOf(line), signAt });
      }
    }
    for (const line of link === null ? [] : this.#scene.lines) {
      if (line.id === link)
        strong.set(line, { kind: line.kind, route: this.#scene.routeOf(line), signAt: "end" });
    }
    const signs = zoom > 0.45;
    drawLines(context, [...plain.values()], { colour: PALETTE.link, width: 1.4, thinnest: 1, signs }, zoom);
    drawLines(
      context,
      [...strong.values()],
      { colour: PALETTE.linkStrong, width: 2, thinnest: 1.4, signs },
      zoom,
    );
  }
}
