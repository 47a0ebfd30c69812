import type { CSSProperties } from "react";
import type { Point } from "./geometry.ts";

/**
 * Where a list hangs: at a point of the canvas, but never outside it. The panel that a selection opens may cover the
 * point, and a list whose place is covered is not shown.
 */
export const anchored = ({ x, y }: Point): CSSProperties => ({
  left: `clamp(0px, ${x}px, 100% - 24px)`,
  top: `clamp(0px, ${y}px, 100% - 24px)`,
});
