/**
 * The two drawn layers under the cards.
 * 1. `ground` (bands, calm links, far cards) is larger than the screen: a pan inside its margin, or a small zoom, only
 *    sets one style; it is drawn again when the view leaves the margin, when zooming pauses, or when the map changed.
 * 2. `hot` (links of looked-at cards, whatever is being dragged) is as large as the screen and drawn when needed.
 * Nothing here knows React; the stage decides when to call.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { PALETTE } from "../../workspace/palette.ts";
import {
  type DrawnLine,
  drawBands,
  drawLines,
  isSeen,
  type LinePaths,
  linePaths,
  strokePaths,
} from "./drawing.ts";
import { FarView } from "./farView.ts";
import { grow, type Rect, type View } from "./geometry.ts";
import type { Line } from "./lines.ts";
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

const NO_SPOTLIGHT: Spotlight = {
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
/** Signs and titles reach this far beyond what they belong to (world units). */
const BLEED = 80;
/** With more cards dragged than this their links are drawn without letters and arrows until the drop. */
const MOST_SIGNED = 8;
/** Further out dashes are finer than a pixel and only cost time. */
const LEAST_DASHED = 0.22;

/** Lines on the hot layer: those of what is dragged, and those of what is looked at. */
interface HotLines {
  readonly plain: readonly DrawnLine[];
  readonly strong: readonly DrawnLine[];
}

export class Layers {
  readonly #ground: HTMLCanvasElement;
  readonly #hot: HTMLCanvasElement;
  readonly #scene: Scene;
  readonly #far: FarView;
  /** All calm lines of the far view, dashed and whole. */
  readonly #calmPaths = new Map<boolean, LinePaths>();
  #width = 0;
  #height = 0;
  #density = 1;
  #view: View | null = null;
  #drawn: View | null = null;
  /** The ground was drawn with its words. */
  #worded = true;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #hotEmpty = true;
  /** The view for which the hot layer was drawn; null when it has to be drawn again. */
  #hotAt: View | null = null;
  #hotLines: HotLines | null = null;
  #calm: readonly Line[] | null = null;
  #spotlight: Spotlight = NO_SPOTLIGHT;

  constructor(ground: HTMLCanvasElement, hot: HTMLCanvasElement, scene: Scene) {
    this.#ground = ground;
    this.#hot = hot;
    this.#scene = scene;
    this.#far = new FarView(scene);
  }

  get spotlight(): Spotlight {
    return this.#spotlight;
  }

  set spotlight(spotlight: Spotlight) {
    this.#spotlight = spotlight;
    this.heat();
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
    this.#hotAt = null;
  }

  close(): void {
    clearTimeout(this.#pause);
  }

  /** Follows the view; draws only when it has to. */
  update(view: View): void {
    this.#view = view;
    const drawn = this.#drawn;
    if (!drawn || !this.#covers(drawn, view)) {
      // While the zoom changes words are left out: they cost the most and would be redrawn with the next step.
      const zooming = drawn !== null && drawn.zoom !== view.zoom;
      this.#drawGround(view, !zooming);
      if (zooming) this.#drawWordsSoon();
    } else {
      this.#shift(drawn, view);
      if (drawn.zoom !== view.zoom) {
        this.#drawWordsSoon();
      }
    }
    const hotAt = this.#hotAt;
    if (hotAt && hotAt.x === view.x && hotAt.y === view.y && hotAt.zoom === view.zoom) return;
    this.#hotAt = view;
    this.#drawHot(view);
  }

  #drawWordsSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#view && this.#drawGround(this.#view, true), ZOOM_PAUSE_MS);
  }

  /** What is dragged has moved, or lines go another way: draw the hot layer again at the next update. */
  heat(): void {
    this.#hotAt = null;
    this.#hotLines = null;
  }

  /** What lies under the cards changed: draw it again at the next update. */
  invalidate(): void {
    this.#drawn = null;
    this.#calm = null;
    this.#calmPaths.clear();
    this.heat();
    this.#far.forget();
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

  #drawGround(view: View, words: boolean): void {
    clearTimeout(this.#pause);
    const context = this.#ground.getContext("2d");
    if (!context || this.#width === 0) return;
    const { width, height } = this.#ground;
    const kept = this.#drawn && words === this.#worded ? movedOnly(this.#drawn, view, this.#density) : null;
    this.#worded = words;
    const drawn = kept?.view ?? view;
    this.#drawn = drawn;
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (!kept || Math.abs(kept.dx) >= width || Math.abs(kept.dy) >= height) {
      context.clearRect(0, 0, width, height);
      this.#drawPart(context, drawn, { x: 0, y: 0, width, height });
    } else {
      const { dx, dy } = kept;
      context.globalCompositeOperation = "copy";
      context.drawImage(this.#ground, dx, dy);
      context.globalCompositeOperation = "source-over";
      if (dx !== 0)
        this.#drawPart(context, drawn, {
          x: dx > 0 ? 0 : width + dx,
          y: 0,
          width: Math.abs(dx),
          height,
        });
      if (dy !== 0)
        this.#drawPart(context, drawn, {
          x: Math.max(0, dx),
          y: dy > 0 ? 0 : height + dy,
          width: width - Math.abs(dx),
          height: Math.abs(dy),
        });
    }
    this.#shift(drawn, view);
  }

  /** Draws one part of the ground; `part` is in its own pixels. */
  #drawPart(context: CanvasRenderingContext2D, view: View, part: Rect): void {
    const { zoom } = view;
    const density = this.#density;
    const originX = (view.x + this.#margin * this.#width) * density;
    const originY = (view.y + this.#margin * this.#height) * density;
    const scale = zoom * density;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(part.x, part.y, part.width, part.height);
    context.clip();
    context.setTransform(scale, 0, 0, scale, originX, originY);
    const area = {
      x: (part.x - originX) / scale,
      y: (part.y - originY) / scale,
      width: part.width / scale,
      height: part.height / scale,
    };
    const { layout } = this.#scene;
    drawBands(context, layout.lanes, layout.lanesX, area, 1 / zoom);
    const around = grow(area, BLEED);
    this.#drawCalmLines(context, around, zoom);
    if (zoom < FAR_ZOOM) this.#drawFar(context, around, zoom);
    else this.#far.drawFaces(context, around);
    context.restore();
  }

  #drawCalmLines(context: CanvasRenderingContext2D, area: Rect, zoom: number): void {
    const look = {
      colour: PALETTE.link,
      width: 1.3,
      thinnest: zoom < FAR_ZOOM ? 0.6 : 0.8,
      signs: this.#worded && zoom > 0.5,
    };
    if (zoom < FAR_ZOOM) {
      // Nearly every line is in sight: one cached path for all is cheaper than choosing.
      const dashed = zoom > LEAST_DASHED;
      const paths = this.#calmPaths.get(dashed) ?? linePaths(this.#calmLines(), dashed);
      this.#calmPaths.set(dashed, paths);
      strokePaths(context, paths, look, zoom);
      return;
    }
    const lines = this.#calmLines().filter((line) => isSeen(line.bounds, area));
    const drawn = lines.map(({ kind, route }): DrawnLine => ({ kind, route, signAt: "end" }));
    drawLines(context, drawn, look, zoom, area);
  }

  #calmLines(): readonly Line[] {
    const { dragged, lines } = this.#scene;
    this.#calm ??= lines.filter(
      (line) => this.spotlight.isCalm(line) && !dragged.has(line.from) && !dragged.has(line.to),
    );
    return this.#calm;
  }

  #drawFar(context: CanvasRenderingContext2D, area: Rect, zoom: number): void {
    const { selected, peers } = this.spotlight;
    const outlines = new Map(peers);
    for (const id of selected) outlines.set(id, PALETTE.accent);
    this.#far.draw(context, area, zoom, outlines, this.#worded);
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
    for (const id of dragged.keys()) this.#far.drawCard(context, id, view.zoom, PALETTE.accent);
  }

  /** The same for every view, so they are looked up once as long as nothing moves. */
  #findHotLines(): HotLines {
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
    return { plain: [...plain.values()], strong: [...strong.values()] };
  }

  #drawHotLines(context: CanvasRenderingContext2D, zoom: number): void {
    this.#hotLines ??= this.#findHotLines();
    const { plain, strong } = this.#hotLines;
    const signs = zoom > 0.45 && this.#scene.dragged.size <= MOST_SIGNED;
    drawLines(context, plain, { colour: PALETTE.link, width: 1.4, thinnest: 1, signs }, zoom);
    drawLines(context, strong, { colour: PALETTE.linkStrong, width: 2, thinnest: 1.4, signs }, zoom);
  }
}

/** How far the ground has to be moved for a view of the same zoom, in whole pixels so that it stays sharp. */
function movedOnly(drawn: View, view: View, density: number) {
  if (drawn.zoom !== view.zoom) return null;
  const dx = Math.round((view.x - drawn.x) * density);
  const dy = Math.round((view.y - drawn.y) * density);
  return { dx, dy, view: { x: drawn.x + dx / density, y: drawn.y + dy / density, zoom: view.zoom } };
}
