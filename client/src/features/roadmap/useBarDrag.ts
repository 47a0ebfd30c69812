/** Dragging a bar or one of its ends along the axis: shown while it lasts, written once when it ends. */
import type { Bar } from "@trellis/shared/derive/timeline";
import { type PointerEvent, useState } from "react";
import type { RoadmapActions } from "./actions.ts";
import { type Grip, shiftUnit, stepsIn } from "./shiftDates.ts";
import { type TimeScale, timeOf } from "./timeScale.ts";

export interface Dragging {
  readonly grip: Grip;
  readonly steps: number;
}

/** Less than this is a click, in pixels. */
const SLACK = 4;

const isGrip = (value: string | undefined): value is Grip => value === "start" || value === "end";

export function useBarDrag(bar: Bar, scale: TimeScale, actions: RoadmapActions) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const named = (event.target as HTMLElement).dataset.grip;
    const grip: Grip = isGrip(named) ? named : "both";
    const unit = shiftUnit(bar, grip);
    if (unit === null) return;
    const element: HTMLElement = event.currentTarget;
    const begin = event.clientX;
    let steps = 0;
    let hasMoved = false;
    element.setPointerCapture(event.pointerId);
    const stop = new AbortController();
    const { signal } = stop;
    const end = () => {
      stop.abort();
      setDragging(null);
    };
    element.addEventListener(
      "pointermove",
      (moved) => {
        const by = moved.clientX - begin;
        if (!hasMoved && Math.abs(by) < SLACK) return;
        hasMoved = true;
        steps = stepsIn(timeOf(scale, by), unit);
        setDragging({ grip, steps });
      },
      { signal },
    );
    element.addEventListener(
      "pointerup",
      () => {
        end();
        if (!hasMoved) return;
        // The click that follows a drag chooses nothing.
        const click = new AbortController();
        element.addEventListener("click", (clicked) => clicked.stopPropagation(), { signal: click.signal });
        setTimeout(() => click.abort(), 0);
        actions.shift(bar, grip, steps);
      },
      { signal },
    );
    element.addEventListener("pointercancel", end, { signal });
    window.addEventListener("keydown", (key) => key.key === "Escape" && end(), { signal, capture: true });
  };
  return { dragging, onPointerDown };
}
