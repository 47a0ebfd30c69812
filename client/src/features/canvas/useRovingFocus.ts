/** A toolbar as one tab stop: arrows, Home and End go from button to button, and Tab comes back to the last one. */
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef } from "react";

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function useRovingFocus() {
  const bar = useRef<HTMLDivElement>(null);
  const at = useRef(0);
  const buttons = () => [...(bar.current?.querySelectorAll<HTMLElement>("button") ?? [])];
  const settle = () => {
    for (const [index, button] of buttons().entries()) button.tabIndex = index === at.current ? 0 : -1;
  };
  // Every render may bring buttons that know nothing of each other.
  useLayoutEffect(settle);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const all = [...(bar.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const now = all.indexOf(event.target as HTMLElement);
    if (now < 0) return;
    const step = STEPS[event.key];
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? all.length - 1
          : step
            ? (now + step + all.length) % all.length
            : now;
    if (next === now) return;
    event.preventDefault();
    at.current = next;
    for (const [index, button] of all.entries()) button.tabIndex = index === next ? 0 : -1;
    all[next]?.focus();
  }, []);
  return { bar, onKeyDown };
}
