/** Pans while a pointer that drags something is near the edge of the canvas, faster the nearer it is. */
import type { Point } from "./geometry.ts";

const ZONE = 44;
const FASTEST = 16;

interface Where {
  readonly pointer: Point;
  readonly width: number;
  readonly height: number;
}

/** Pixels to pan in this frame, for one axis. */
export function edgeSpeed(at: number, size: number): number {
  if (size <= 2 * ZONE) return 0;
  if (at < ZONE) return Math.min(1, (ZONE - at) / ZONE) * FASTEST;
  if (at > size - ZONE) return -Math.min(1, (at - size + ZONE) / ZONE) * FASTEST;
  return 0;
}

export function edgePan(where: () => Where, pan: (x: number, y: number) => void) {
  let frame = 0;
  const step = () => {
    const { pointer, width, height } = where();
    const x = edgeSpeed(pointer.x, width);
    const y = edgeSpeed(pointer.y, height);
    if (x !== 0 || y !== 0) pan(x, y);
    frame = requestAnimationFrame(step);
  };
  return {
    start: () => {
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop: () => {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
