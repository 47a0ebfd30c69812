import { type RefObject, useEffect, useRef } from "react";

/** Where the focus last was in a list of findings. One for the page: only the list it left may take it back. */
interface KeptPlace {
  readonly list: object;
  readonly index: number;
}
let kept: KeptPlace | null = null;

/**
 * Keeps the focus in a list of findings when the one that had it is mended and goes: it passes to the next one's way to
 * mend, or to the check itself when there is none. Answers the list's ref.
 */
export function useKeptFocus(
  check: string,
  findings: readonly unknown[],
): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is drawn anew for other findings
  useEffect(() => {
    const { current } = list;
    const note = (event: FocusEvent) => {
      const items = [...(current?.children ?? [])];
      kept = { list, index: items.findIndex((item) => item.contains(event.target as Node)) };
    };
    // Whoever goes elsewhere does not come back. When the button that had the focus is gone, its place is wanted.
    const forget = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) {
        if (!current?.contains(relatedTarget as Node)) release(list);
        return;
      }
      queueMicrotask(() => {
        if ((target as Node).isConnected && document.activeElement !== target) release(list);
      });
    };
    current?.addEventListener("focusin", note);
    current?.addEventListener("focusout", forget);
    if (document.activeElement === document.body && kept?.list === list && kept.index >= 0) {
      const items = [...(current?.children ?? [])];
      // Some findings cannot be mended here: the next that can, or the last before.
      const ways = [...items.slice(kept.index), ...items.slice(0, kept.index).reverse()].flatMap(
        (item) => item.querySelector<HTMLElement>("[data-mend]") ?? [],
      );
      (ways[0] ?? openerOf(check))?.focus();
    }
    return () => {
      current?.removeEventListener("focusin", note);
      current?.removeEventListener("focusout", forget);
    };
  }, [check, findings]);
  return list;
}

function release(list: object): void {
  if (kept?.list === list) kept = null;
}

const openerOf = (check: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-check="${check}"] [data-opener]`);
