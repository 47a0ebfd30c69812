/** Where other people point, with their names. Moved by style: a cursor costs no render. */
import { memo, useEffect, useRef } from "react";
import { usePeerPointers, usePeers } from "../../presence/PresenceProvider.tsx";
import styles from "./Canvas.module.css";
import { toScreen } from "./geometry.ts";
import type { Stage } from "./stage.ts";

/** A pointer that rests as long says nothing any more (ms). */
const RESTS_AFTER_MS = 10_000;

export const PeerCursors = memo(function PeerCursors({ stage }: { readonly stage: Stage | null }) {
  const peers = usePeers().filter(({ view }) => view === null || view === "canvas");
  const here = peers.map(({ clientId }) => clientId).join();
  const pointers = usePeerPointers();
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a peer who comes in has an element to place
  useEffect(() => {
    if (!stage) return;
    const movedAt = new Map<number, { readonly place: string; readonly time: number }>();
    let next: ReturnType<typeof setTimeout> | undefined;
    const place = (glide: boolean) => {
      const { view } = stage;
      const now = performance.now();
      let restsIn = Number.POSITIVE_INFINITY;
      for (const element of box.current?.querySelectorAll<HTMLElement>("[data-peer]") ?? []) {
        const clientId = Number(element.dataset.peer);
        const cursor = pointers.get().get(clientId)?.cursor;
        element.style.visibility = cursor ? "visible" : "hidden";
        if (!cursor) {
          movedAt.delete(clientId);
          continue;
        }
        const last = movedAt.get(clientId);
        if (last?.place !== cursor.join()) movedAt.set(clientId, { place: cursor.join(), time: now });
        const rested = now - (movedAt.get(clientId)?.time ?? now);
        element.style.opacity = rested >= RESTS_AFTER_MS ? "0" : "1";
        if (rested < RESTS_AFTER_MS) restsIn = Math.min(restsIn, RESTS_AFTER_MS - rested);
        const at = toScreen(view, { x: cursor[0], y: cursor[1] });
        // The first place of a pointer is no movement.
        element.style.transition = glide && last ? "transform 70ms linear, opacity 600ms" : "opacity 600ms";
        element.style.transform = `translate(${at.x}px, ${at.y}px)`;
      }
      clearTimeout(next);
      if (Number.isFinite(restsIn)) next = setTimeout(() => place(true), restsIn + 20);
    };
    place(false);
    const stops = [pointers.subscribe(() => place(true)), stage.onView(() => place(false))];
    return () => {
      clearTimeout(next);
      for (const stop of stops) stop();
    };
  }, [stage, pointers, here]);

  return (
    <div ref={box} className={styles.cursors} aria-hidden="true">
      {peers.map(({ clientId, name, colour }) => (
        <div key={clientId} data-peer={clientId} className={styles.cursor}>
          <svg width="16" height="18" viewBox="0 0 16 18" aria-hidden="true">
            <path d="M1 1l5.2 15.2 2.4-6.4 6.4-2.2z" fill={colour} stroke="#fff" strokeWidth="1.2" />
          </svg>
          <span className={styles.cursorName} style={{ backgroundColor: colour }}>
            {name}
          </span>
        </div>
      ))}
    </div>
  );
});
