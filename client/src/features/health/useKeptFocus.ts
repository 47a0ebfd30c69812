import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the focus in a list of findings when the one that had it is mended and goes: it passes to the next one's way to
 * mend, or to the check itself when there is none. Answers the list's ref.
 */
export function useKeptFocus(
  check: string,
  findings: readonly unknown[],
): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const place = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is drawn anew for other findings
  useEffect(() => {
    const { current } = list;
    const note = (event: FocusEvent) => {
      const items = [...(current?.children ?? [])];
      place.current = items.findIndex((item) => item.contains(event.target as Node));
    };
    // Not when the button that had the focus is gone: its place is what is wanted.
    const forget = () =>
      queueMicrotask(() => {
        const { activeElement, body } = document;
        if (activeElement !== body && !current?.contains(activeElement)) place.current = -1;
      });
    current?.addEventListener("focusin", note);
    current?.addEventListener("focusout", forget);
    if (document.activeElement === document.body && place.current >= 0) {
      const items = [...(current?.children ?? [])];
      const next = items[Math.min(place.current, items.length - 1)];
      (next?.querySelector<HTMLElement>("[data-mend]") ?? openerOf(check))?.focus();
    }
    return () => {
      current?.removeEventListener("focusin", note);
      current?.removeEventListener("focusout", forget);
    };
  }, [check, findings]);
  return list;
}

const openerOf = (check: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-check="${check}"] [data-opener]`);
