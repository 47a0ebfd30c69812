/** Follows the pointer over an element: where it is, at most once a frame, and where it has come to rest. */
import type { Point } from "./geometry.ts";

const REST_MS = 110;

export interface HoverListener {
  /** Null when the pointer has left. */
  readonly moved: (point: Point | null) => void;
  /** The pointer stayed about here for a moment without a button pressed; null when it has left. */
  readonly rests: (point: Point | null) => void;
}

/** Returns how to stop. */
export function hoverIntent(element: HTMLElement, listener: HoverListener): () => void {
  const stop = new AbortController();
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let point: Point | null = null;
  const report = () => {
    frame = 0;
    listener.moved(point);
  };
  const onMove = (event: PointerEvent) => {
    const corner = element.getBoundingClientRect();
    point = { x: event.clientX - corner.left, y: event.clientY - corner.top };
    if (frame === 0) frame = requestAnimationFrame(report);
    clearTimeout(rest);
    if (event.buttons === 0 && event.pointerType !== "touch")
      rest = setTimeout(() => listener.rests(point), REST_MS);
  };
  const onLeave = () => {
    point = null;
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    report();
    listener.rests(null);
  };
  element.addEventListener("pointermove", onMove, { signal: stop.signal, passive: true });
  element.addEventListener("pointerleave", onLeave, { signal: stop.signal });
  return () => {
    stop.abort();
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    listener.moved(null);
  };
}
