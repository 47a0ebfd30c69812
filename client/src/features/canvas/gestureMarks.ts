/** Draws what a gesture shows above the cards: the frame around cards, the line of a join. Sets attributes, no React. */

import type { CardId } from "@trellis/shared/schema/ids";
import { type Point, rectBetween, toScreen } from "./geometry.ts";
import { linkCurve } from "./linkPath.ts";
import type { Stage } from "./stage.ts";

export function drawFrame(
  svg: SVGSVGElement,
  frame: { readonly from: Point; readonly to: Point } | null,
): void {
  const shape = svg.querySelector("rect");
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
  const path = svg.querySelector("path");
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
