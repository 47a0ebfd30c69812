/** Values of the lens that colours the map, in the far view: a colour with its letter for each, at the corner of the card. */
import type { Rect } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/** On the screen (px). */
const SIDE = 14;
const LETTER = 9.5;
const CORNER = 3;
const GAP = 1;
/** More letters than this would cost a pan its time, and could not be read; colours alone then say where to look nearer. */
const MOST_LETTERS = 400;

export function drawLensMarks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  area: Rect,
  zoom: number,
): void {
  const { colours, grid, dragged } = scene;
  if (colours.size === 0) return;
  const seen = grid.within(area).filter((id) => colours.has(id) && !dragged.has(id));
  const isLettered = seen.length <= MOST_LETTERS;
  const side = (isLettered ? SIDE : SIDE / 2) / zoom;
  context.save();
  context.font = `700 ${LETTER / zoom}px "Public Sans Variable", sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const id of seen) {
    const rect = grid.rect(id);
    const mark = colours.get(id);
    if (!rect || !mark) continue;
    const y = rect.y - side * 0.65;
    let x: number | null = null;
    for (const { sign, colour } of mark.signs) {
      const width = isLettered && sign.length > 1 ? side * 1.3 : side;
      x ??= rect.x - width * 0.65;
      context.fillStyle = colour;
      context.beginPath();
      context.roundRect(x, y, width, side, CORNER / zoom);
      context.fill();
      if (isLettered) {
        context.fillStyle = "#ffffff";
        context.fillText(sign, x + width / 2, y + side / 2);
      }
      x += width + GAP / zoom;
    }
  }
  context.restore();
}
