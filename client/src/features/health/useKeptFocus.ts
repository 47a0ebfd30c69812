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
    const items = [...(list.current?.children ?? [])];
    if (document.activeElement === document.body && place.current >= 0) {
      const next = items[Math.min(place.current, items.length - 1)];
      const target = next?.querySelector<HTMLElement>("[data-mend]") ?? openerOf(check);
      target?.focus();
    }
    const note = (event: FocusEvent) => {
      place.current = items.findIndex((item) => item.contains(event.target as Node));
    };
    const forget = () => {
      // A button that goes while it has the focus tells of no other place.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) place.current = -1;
      });
    };
    const { current } = list;
    current?.addEventListener("focusin", note);
    current?.addEventListener("focusout", forget);
    return () => {
      current?.removeEventListener("focusin", note);
      current?.removeEventListener("focusout", forget);
    };
  }, [check, findings]);
  return list;
}

const openerOf = (check: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-check="${check}"] [data-opener]`);
