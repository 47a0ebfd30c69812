/** What lies under the cards, drawn on a canvas in world units: bands and links. */

import { PALETTE } from "../../workspace/palette.ts";
import { grow, overlap, type Point, type Rect } from "./geometry.ts";
import { type Curve, pointFrom, type Route } from "./linkPath.ts";
import { ARROWED, DASHES, type LinkKind, signOf } from "./linkStyle.ts";

export interface Band {
  readonly y: number;
  readonly height: number;
}

/** Lanes as bands from `left` to the right edge of `area`, a hairline between them. */
export function drawBands(
  context: CanvasRenderingContext2D,
  bands: readonly Band[],
  left: number,
  area: Rect,
  pixel: number,
): void {
  const right = area.x + area.width;
  const start = Math.max(left, area.x);
  if (start >= right) return;
  bands.forEach((band, index) => {
    if (band.y > area.y + area.height || band.y + band.height < area.y) return;
    context.fillStyle = index % 2 === 0 ? PALETTE.bandEven : PALETTE.bandOdd;
    context.fillRect(start, band.y, right - start, band.height);
    context.fillStyle = PALETTE.bandLine;
    context.fillRect(start, band.y, right - start, pixel);
    if (index === bands.length - 1) context.fillRect(start, band.y + band.height, right - start, pixel);
  });
}

export interface DrawnLine {
  readonly kind: LinkKind;
  readonly route: Route;
  /** The end at which the role letter stands. */
  readonly signAt: "start" | "end";
}

export interface LineLook {
  readonly colour: string;
  /** Line width in world units; never thinner than `thinnest` pixels. */
  readonly width: number;
  readonly thinnest: number;
  readonly signs: boolean;
}

/** All lines of one dash pattern as one path, by pattern. */
export type LinePaths = ReadonlyMap<string, { readonly dash: readonly number[]; readonly path: Path2D }>;

const WHOLE: readonly number[] = [];

export function linePaths(
  lines: Iterable<Pick<DrawnLine, "kind" | "route">>,
  dashed = true,
  area: Rect | null = null,
): LinePaths {
  const paths = new Map<string, { readonly dash: readonly number[]; readonly path: Path2D }>();
  for (const { kind, route } of lines) {
    const dash = dashed ? DASHES[kind] : WHOLE;
    const key = dash.join();
    const group = paths.get(key) ?? { dash, path: new Path2D() };
    paths.set(key, group);
    // A dashed line is traced whole: its dashes count from its start.
    traceRoute(group.path, route, dash.length > 0 ? null : area);
  }
  return paths;
}

export function strokePaths(
  context: CanvasRenderingContext2D,
  paths: LinePaths,
  look: Pick<LineLook, "colour" | "width" | "thinnest">,
  zoom: number,
): void {
  context.strokeStyle = look.colour;
  context.lineWidth = Math.max(look.width, look.thinnest / zoom);
  for (const { dash, path } of paths.values()) {
    context.setLineDash([...dash]);
    context.stroke(path);
  }
  context.setLineDash([]);
}

/** Draws lines in as few strokes as there are dash patterns, then their letters on top. */
export function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly DrawnLine[],
  look: LineLook,
  zoom: number,
  area: Rect | null = null,
): void {
  strokePaths(context, linePaths(lines, true, area), look, zoom);
  if (!look.signs) return;
  const around = area && grow(area, SIGN_FROM_CARD + SIGN_RADIUS);
  const signs: Sign[] = [];
  for (const line of lines) {
    const end = line.signAt === "end" ? line.route.at(-1) : line.route[0];
    if (around && end && !isCurveSeen(end, around)) continue;
    if (ARROWED.has(line.kind)) drawArrow(context, line.route, look.colour);
    const text = signOf(line.kind);
    if (text) signs.push({ text, at: pointFrom(line.route, line.signAt, SIGN_FROM_CARD) });
  }
  drawSigns(context, signs, look.colour);
}

/** Only the curves that can be seen in `area`; long lines cross many screens. */
function traceRoute(path: Path2D, route: Route, area: Rect | null): void {
  let joined = false;
  for (const curve of route) {
    if (area && !isCurveSeen(curve, area)) {
      joined = false;
      continue;
    }
    if (!joined) path.moveTo(curve.x0, curve.y0);
    path.bezierCurveTo(curve.x1, curve.y1, curve.x2, curve.y2, curve.x3, curve.y3);
    joined = true;
  }
}

/** By the box around its four points, which holds the curve. */
function isCurveSeen({ x0, y0, x1, y1, x2, y2, x3, y3 }: Curve, area: Rect): boolean {
  return (
    Math.min(x0, x1, x2, x3) <= area.x + area.width &&
    Math.max(x0, x1, x2, x3) >= area.x &&
    Math.min(y0, y1, y2, y3) <= area.y + area.height &&
    Math.max(y0, y1, y2, y3) >= area.y
  );
}

const SIGN_RADIUS = 8;
const SIGN_FROM_CARD = 22;

interface Sign {
  readonly text: string;
  readonly at: Point;
}

/** All circles in one go, then all letters. */
function drawSigns(context: CanvasRenderingContext2D, signs: readonly Sign[], colour: string): void {
  if (signs.length === 0) return;
  context.beginPath();
  for (const { at } of signs) {
    context.moveTo(at.x + SIGN_RADIUS, at.y);
    context.arc(at.x, at.y, SIGN_RADIUS, 0, Math.PI * 2);
  }
  context.fillStyle = PALETTE.paper;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = colour;
  context.stroke();
  context.fillStyle = colour === PALETTE.link ? PALETTE.soft : colour;
  context.font = `600 10px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { text, at } of signs) context.fillText(text, at.x, at.y + 0.5);
}

function drawArrow(context: CanvasRenderingContext2D, route: Route, colour: string): void {
  const tip = pointFrom(route, "end", 0);
  const back = pointFrom(route, "end", 9);
  const angle = Math.atan2(tip.y - back.y, tip.x - back.x);
  context.save();
  context.translate(tip.x, tip.y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(-8, -4);
  context.lineTo(-8, 4);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
  context.restore();
}

export const FONT = '"Public Sans Variable", "Public Sans", system-ui, sans-serif';

/** Whether a line can be seen in `area` at all. */
export const isSeen = (bounds: Rect, area: Rect): boolean =>
  overlap({ ...bounds, width: bounds.width + 1, height: bounds.height + 1 }, area);
