/** Where other people point, with their names. Moved by style: a cursor costs no render. */
import { memo, useEffect, useRef } from "react";
import { usePeerPointers, usePeers } from "../../presence/PresenceProvider.tsx";
import styles from "./Canvas.module.css";
import { toScreen } from "./geometry.ts";
import type { Stage } from "./stage.ts";

export const PeerCursors = memo(function PeerCursors({ stage }: { readonly stage: Stage | null }) {
  const peers = usePeers();
  const pointers = usePeerPointers();
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a peer who comes in has an element to place
  useEffect(() => {
    if (!stage) return;
    const place = (glide: boolean) => {
      const view = stage.view;
      for (const element of box.current?.querySelectorAll<HTMLElement>("[data-peer]") ?? []) {
        const cursor = pointers.get().get(Number(element.dataset.peer))?.cursor;
        element.style.visibility = cursor ? "visible" : "hidden";
        if (!cursor) continue;
        const at = toScreen(view, { x: cursor[0], y: cursor[1] });
        element.style.transition = glide ? "transform 70ms linear" : "none";
        element.style.transform = `translate(${at.x}px, ${at.y}px)`;
      }
    };
    place(false);
    const stops = [pointers.subscribe(() => place(true)), stage.onView(() => place(false))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage, pointers, peers]);

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
