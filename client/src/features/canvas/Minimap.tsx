/**
 * The whole map, small. Drawn from the scene when the scene changed, at most once a frame; a pan only moves the frame
 * of what is seen, and while all of the map is in sight it makes room for the cards. A click or a drag in it moves the view. It says nothing that fit, arrows and outline do not.
 */
import { type PointerEvent, useEffect, useRef } from "react";
import type { Point, Rect, View } from "./geometry.ts";
import styles from "./Minimap.module.css";
import { drawMinimap, MINIMAP, type MinimapScale, scaleFor } from "./minimapDrawing.ts";
import type { Stage } from "./stage.ts";

export function Minimap({ stage }: { readonly stage: Stage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scale = useRef<MinimapScale | null>(null);

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    let waiting = 0;
    let all = stage.scene.bounds();
    const place = (view: View) => {
      if (!frame.current || !scale.current) return;
      placeFrame(frame.current, scale.current, view, stage);
      const isWhole = !all || covers(stage.seen(), all);
      if (frame.current.parentElement) frame.current.parentElement.dataset.whole = String(isWhole);
    };
    const draw = () => {
      waiting = 0;
      all = stage.scene.bounds();
      scale.current = scaleFor(all);
      drawMinimap(context, stage.scene, scale.current);
      place(stage.view);
    };
    const redraw = () => {
      if (waiting === 0) waiting = requestAnimationFrame(draw);
    };
    draw();
    const stops = [stage.onScene(redraw), stage.onView(place)];
    return () => {
      cancelAnimationFrame(waiting);
      for (const stop of stops) stop();
    };
  }, [stage]);

  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    const at = scale.current;
    if (!at || (event.type === "pointermove" && event.buttons !== 1)) return;
    const corner = event.currentTarget.getBoundingClientRect();
    const world: Point = {
      x: (event.clientX - corner.left - at.x) / at.zoom,
      y: (event.clientY - corner.top - at.y) / at.zoom,
    };
    const { zoom } = stage.view;
    const { width, height } = stage.size;
    stage.show({ x: width / 2 - world.x * zoom, y: height / 2 - world.y * zoom, zoom });
  };

  return (
    <div
      className={styles.minimap}
      aria-hidden="true"
      data-minimap
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      <canvas
        ref={canvas}
        className={styles.drawing}
        width={MINIMAP.width * MINIMAP.density}
        height={MINIMAP.height * MINIMAP.density}
      />
      <div ref={frame} className={styles.seen} />
    </div>
  );
}

const covers = (seen: Rect, all: Rect): boolean =>
  seen.x <= all.x &&
  seen.y <= all.y &&
  seen.x + seen.width >= all.x + all.width &&
  seen.y + seen.height >= all.y + all.height;

/** Kept inside the small map: far away it is a line at the edge in that direction. */
function placeFrame(element: HTMLElement, scale: MinimapScale, view: View, stage: Stage): void {
  const { width, height } = stage.size;
  const seen: Rect = {
    x: (-view.x / view.zoom) * scale.zoom + scale.x,
    y: (-view.y / view.zoom) * scale.zoom + scale.y,
    width: (width / view.zoom) * scale.zoom,
    height: (height / view.zoom) * scale.zoom,
  };
  const within = (at: number, most: number) => Math.min(most - 4, Math.max(1, at));
  const left = within(seen.x, MINIMAP.width);
  const top = within(seen.y, MINIMAP.height);
  const right = Math.max(left + 3, Math.min(MINIMAP.width - 1, seen.x + seen.width));
  const bottom = Math.max(top + 3, Math.min(MINIMAP.height - 1, seen.y + seen.height));
  element.style.transform = `translate(${left}px, ${top}px)`;
  element.style.width = `${right - left}px`;
  element.style.height = `${bottom - top}px`;
}
