/** Rows of one height that come and go above the screen, by others or by closing, do not move what is being read. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

export function useSteadyScroll(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly { readonly key: string }[],
  height: number,
): void {
  const top = useRef<{ readonly key: string; readonly by: number } | null>(null);
  const latest = useRef(rows);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const note = () => {
      const index = Math.floor(element.scrollTop / height);
      const row = latest.current[index];
      // At the very top there is nothing above that could push.
      top.current =
        row && element.scrollTop > 0 ? { key: row.key, by: element.scrollTop - index * height } : null;
    };
    element.addEventListener("scroll", note, { passive: true });
    return () => element.removeEventListener("scroll", note);
  }, [scroller, height]);
  useLayoutEffect(() => {
    latest.current = rows;
    const element = scroller.current;
    if (!element || !top.current) return;
    const { key, by } = top.current;
    const index = rows.findIndex((row) => row.key === key);
    const wanted = index * height + by;
    if (index >= 0 && Math.abs(element.scrollTop - wanted) >= 1) element.scrollTop = wanted;
  }, [rows, scroller, height]);
}
