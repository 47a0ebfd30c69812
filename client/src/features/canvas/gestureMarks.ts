/** Draws what a gesture shows above the cards: the frame around cards, the line of a join. Sets attributes, no React. */

import type { Level } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { type Point, rectBetween, toScreen } from "./geometry.ts";
import type { DragMarks } from "./gesture.ts";
import { linkCurve } from "./linkPath.ts";
import type { Stage } from "./stage.ts";

export function drawFrame(
  svg: SVGSVGElement,
  frame: { readonly from: Point; readonly to: Point } | null,
): void {
  const shape = svg.querySelector<SVGRectElement>("[data-mark=frame]");
  if (!shape) return;
  shape.style.display = frame ? "" : "none";
  if (!frame) return;
  const rect = rectBetween(frame.from, frame.to);
  for (const name of ["x", "y", "width", "height"] as const) shape.setAttribute(name, String(rect[name]));
}

export function drawRubber(
  svg: SVGSVGElement,
  stage: Stage,
  line: { readonly from: CardId; readonly to: Point; readonly target: CardId | null } | null,
): void {
  const path = svg.querySelector<SVGPathElement>("[data-mark=rubber]");
  if (!path) return;
  const start = line && stage.scene.rectOf(line.from);
  path.style.display = start ? "" : "none";
  if (!line || !start) return;
  const { view } = stage;
  const corner = toScreen(view, start);
  const from = { ...corner, width: start.width * view.zoom, height: start.height * view.zoom };
  const curve = linkCurve(from, { ...line.to, width: 0, height: 0 });
  const { x0, y0, x1, y1, x2, y2, x3, y3 } = curve;
  path.setAttribute("d", `M${x0} ${y0}C${x1} ${y1} ${x2} ${y2} ${x3} ${y3}`);
}

/** Lines that dragged cards stand on, and the lane they would land in, with its name. */
export function drawDragMarks(
  svg: SVGSVGElement,
  stage: Stage,
  marks: DragMarks | null,
  nameOf: (level: Level) => string,
): void {
  const guides = svg.querySelector<SVGPathElement>("[data-mark=guides]");
  const band = svg.querySelector<SVGRectElement>("[data-mark=lane]");
  const name = svg.querySelector<SVGTextElement>("[data-mark=laneName]");
  if (!guides || !band || !name) return;
  const { view, scene, size } = stage;
  const lane = marks?.lane ?? null;
  guides.style.display = marks && marks.guides.length > 0 ? "" : "none";
  band.style.display = lane ? "" : "none";
  name.style.display = lane ? "" : "none";
  if (!marks) return;
  guides.setAttribute(
    "d",
    marks.guides
      .map(({ axis, at, from, to }) => {
        // Half a pixel: the line then covers one row of pixels, not two.
        const line = Math.round(axis === "x" ? at * view.zoom + view.x : at * view.zoom + view.y) + 0.5;
        const shift = axis === "x" ? view.y : view.x;
        const [start, end] = [from * view.zoom + shift - 6, to * view.zoom + shift + 6];
        return axis === "x" ? `M${line} ${start}V${end}` : `M${start} ${line}H${end}`;
      })
      .join(""),
  );
  if (!lane) return;
  const left = Math.max(0, scene.layout.lanesX * view.zoom + view.x);
  const top = lane.y * view.zoom + view.y;
  band.setAttribute("x", String(left));
  band.setAttribute("y", String(top));
  band.setAttribute("width", String(Math.max(0, size.width - left)));
  band.setAttribute("height", String(lane.height * view.zoom));
  name.textContent = nameOf(lane.level);
  name.setAttribute("x", String(size.width - 16));
  name.setAttribute("y", String(Math.min(size.height - 12, Math.max(24, top + 22))));
}
