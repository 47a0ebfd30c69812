/**
 * How far along a card is, in the far view: a sign of its own for each state, so that it can be told without colour.
 * A ring is an idea, a half disc is proposed, a triangle is under way, a tick is done, two bars are halted. All signs
 * of one state are one cached path in world units.
 */
import { statusOf, type Tone } from "../../workspace/cardStatus.ts";
import { PALETTE } from "../../workspace/palette.ts";
import type { Scene } from "./scene.ts";

export type StatusMarks = ReadonlyMap<Tone, Path2D>;

/** Half a sign, in world units: 10 pixels across at a quarter of full size. */
const HALF = 20;
const FROM_EDGE = 36;
/** Cards with a title wear their sign on the edge. */
const FROM_EDGE_TITLED = 6;
/** Where the title of such a card may begin, from its edge. */
export const MARKED_TITLE_FROM = FROM_EDGE_TITLED + HALF;

const COLOURS: Readonly<Record<Tone, string>> = {
  idea: PALETTE.soft,
  waiting: PALETTE.soft,
  active: PALETTE.statusActive,
  done: PALETTE.statusDone,
  halted: PALETTE.statusHalted,
};
const STROKED: ReadonlySet<Tone> = new Set(["idea", "done"]);

/** Signs of every card drawn as a plain shape; missions and challenges have their title there. */
export function statusMarks(scene: Scene): StatusMarks {
  const marks = new Map<Tone, Path2D>();
  for (const [id, { x, y, height }] of scene.grid.entries()) {
    const card = scene.card(id);
    if (!card || card.type === "mission" || card.type === "challenge" || scene.dragged.has(id)) continue;
    const tone = statusOf(card)?.tone;
    if (!tone) continue;
    const path = marks.get(tone) ?? new Path2D();
    marks.set(tone, path);
    trace(path, tone, x + FROM_EDGE, y + height / 2);
  }
  return marks;
}

export function drawStatusMarks(
  context: CanvasRenderingContext2D,
  marks: StatusMarks,
  zoom: number,
  besideTitles: boolean,
): void {
  context.save();
  if (besideTitles) context.translate(FROM_EDGE_TITLED - FROM_EDGE, 0);
  for (const [tone, path] of marks) {
    context.fillStyle = COLOURS[tone];
    context.strokeStyle = COLOURS[tone];
    context.lineWidth = Math.max(6, 1.6 / zoom);
    if (STROKED.has(tone)) context.stroke(path);
    else context.fill(path);
  }
  context.restore();
}

function trace(path: Path2D, tone: Tone, x: number, y: number): void {
  if (tone === "idea") {
    path.moveTo(x + HALF * 0.8, y);
    path.arc(x, y, HALF * 0.8, 0, Math.PI * 2);
  } else if (tone === "waiting") {
    path.moveTo(x, y - HALF);
    path.arc(x, y, HALF, -Math.PI / 2, Math.PI / 2);
    path.closePath();
  } else if (tone === "active") {
    path.moveTo(x - HALF * 0.7, y - HALF);
    path.lineTo(x + HALF, y);
    path.lineTo(x - HALF * 0.7, y + HALF);
    path.closePath();
  } else if (tone === "done") {
    path.moveTo(x - HALF, y);
    path.lineTo(x - HALF * 0.3, y + HALF * 0.7);
    path.lineTo(x + HALF, y - HALF * 0.7);
  } else {
    path.rect(x - HALF * 0.8, y - HALF, HALF * 0.55, HALF * 2);
    path.rect(x + HALF * 0.25, y - HALF, HALF * 0.55, HALF * 2);
  }
}
