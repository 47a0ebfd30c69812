/** What lies under the cards, drawn on a canvas in world units: bands, links, and in the far view the cards themselves. */
import type { CardType } from "@trellis/shared/schema/enums";
import { overlap, type Rect } from "./geometry.ts";
import { pointFrom, type Route } from "./linkPath.ts";
import { ARROWED, DASHES, type LinkKind, signOf } from "./linkStyle.ts";
import { PALETTE } from "./palette.ts";
import { shapePath } from "./shapes.ts";

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

/** Draws lines in as few strokes as there are dash patterns, then their letters on top. */
export function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly DrawnLine[],
  look: LineLook,
  zoom: number,
): void {
  const byDash = new Map<string, { readonly dash: readonly number[]; readonly routes: Route[] }>();
  for (const { kind, route } of lines) {
    const key = DASHES[kind].join();
    const group = byDash.get(key);
    if (group) group.routes.push(route);
    else byDash.set(key, { dash: DASHES[kind], routes: [route] });
  }
  context.strokeStyle = look.colour;
  context.lineWidth = Math.max(look.width, look.thinnest / zoom);
  for (const { dash, routes } of byDash.values()) {
    context.setLineDash([...dash]);
    context.beginPath();
    for (const route of routes) traceRoute(context, route);
    context.stroke();
  }
  context.setLineDash([]);
  if (!look.signs) return;
  for (const line of lines) {
    if (ARROWED.has(line.kind)) drawArrow(context, line.route, look.colour);
    const sign = signOf(line.kind);
    if (sign) drawSign(context, line, sign, look.colour);
  }
}

function traceRoute(context: CanvasRenderingContext2D, route: Route): void {
  const [first] = route;
  if (first) context.moveTo(first.x0, first.y0);
  for (const { x1, y1, x2, y2, x3, y3 } of route) context.bezierCurveTo(x1, y1, x2, y2, x3, y3);
}

const SIGN_RADIUS = 8;
const SIGN_FROM_CARD = 22;

function drawSign(context: CanvasRenderingContext2D, line: DrawnLine, sign: string, colour: string): void {
  const at = pointFrom(line.route, line.signAt, SIGN_FROM_CARD);
  context.beginPath();
  context.arc(at.x, at.y, SIGN_RADIUS, 0, Math.PI * 2);
  context.fillStyle = PALETTE.paper;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = colour;
  context.stroke();
  context.fillStyle = colour === PALETTE.link ? PALETTE.soft : colour;
  context.font = `600 10px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(sign, at.x, at.y + 0.5);
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

const FAR_FILL: Partial<Readonly<Record<CardType, { readonly fill: string; readonly line: string }>>> = {
  mission: { fill: PALETTE.mission, line: PALETTE.mission },
  challenge: { fill: PALETTE.challenge, line: PALETTE.challengeOutline },
  grand_challenge: { fill: PALETTE.goal, line: PALETTE.goalOutline },
  instrument: { fill: PALETTE.instrument, line: PALETTE.instrumentOutline },
  actor: { fill: PALETTE.paper, line: PALETTE.actorOutline },
};
const FAR_PLAIN = { fill: PALETTE.paper, line: PALETTE.outlineStrong };

/** A card as a plain shape: what type it is can be told, no more. */
export function drawFarCard(
  context: CanvasRenderingContext2D,
  type: CardType,
  rect: Rect,
  zoom: number,
  outline: string | null,
): void {
  const { fill, line } = FAR_FILL[type] ?? FAR_PLAIN;
  context.save();
  context.translate(rect.x, rect.y);
  const path = outlineOf(type, rect);
  context.fillStyle = fill;
  context.fill(path);
  context.lineWidth = (outline ? 2.5 : 1) / zoom;
  context.strokeStyle = outline ?? line;
  context.stroke(path);
  if (type === "actor") {
    context.beginPath();
    context.arc(rect.height / 2, rect.height / 2, rect.height * 0.34, 0, Math.PI * 2);
    context.fillStyle = PALETTE.actorDisc;
    context.fill();
  }
  context.restore();
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

interface SetTitle {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly height: number;
}

const LEADING = 1.12;

/** Breaks a title into lines of this width. */
export function setTitle(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
  wanted: number,
): SetTitle {
  const pad = wanted * 0.45;
  const room = width - 2 * pad;
  const words = text.split(/\s+/).filter((word) => word !== "");
  context.font = titleFont(wanted);
  const longest = Math.max(1, ...words.map((word) => context.measureText(word).width));
  const fontSize = Math.min(wanted, (wanted * room) / longest);
  context.font = titleFont(fontSize);
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return { lines, fontSize, height: lines.length * fontSize * LEADING + 2 * pad };
}

const titleFont = (size: number): string => `600 ${size}px ${FONT}`;

/** Draws a title that was set, around the middle of its box; lines beyond the box are left out. */
export function drawTitle(
  context: CanvasRenderingContext2D,
  title: SetTitle,
  rect: Rect,
  colour: string,
): void {
  const step = title.fontSize * LEADING;
  const most = Math.max(1, Math.floor(rect.height / step));
  const lines = title.lines.slice(0, most);
  if (lines.length < title.lines.length) lines[most - 1] += "…";
  context.font = titleFont(title.fontSize);
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  const top = rect.y + rect.height / 2 - ((lines.length - 1) * step) / 2;
  lines.forEach((line, index) => {
    context.fillText(line, rect.x + title.fontSize * 0.45, top + index * step);
  });
}

/** Whether a line can be seen in `area` at all. */
export const isSeen = (bounds: Rect, area: Rect): boolean =>
  overlap({ ...bounds, width: bounds.width + 1, height: bounds.height + 1 }, area);
