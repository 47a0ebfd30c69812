/** Leads to the place in a panel that somebody was sent to: it comes into sight and has the focus. */
import { type RefObject, useEffect } from "react";
import { endWish, useWish } from "../../workspace/panelWish.ts";
import { beginRow } from "./records/blankRows.ts";

const CONTROLS = "input:not([type=hidden]), textarea, select, button, [contenteditable=true]";

const placeIn = (panel: HTMLElement, place: string): HTMLElement | null => {
  const [, chips] = /^chips:(.+)$/.exec(place) ?? [];
  const name = chips === undefined ? `[data-field="${place}"]` : `[data-chips="${chips}"]`;
  // A field of the card itself comes before parts of the same name in its lists.
  return panel.querySelector<HTMLElement>(name);
};

export function useFulfilWish(panel: RefObject<HTMLElement | null>, owner: string): void {
  const wish = useWish(owner);
  useEffect(() => {
    if (wish === null) return;
    const { begun } = wish;
    if (begun) beginRow(`${owner}/${wish.place}`, begun);
    const box = panel.current;
    const place = box && placeIn(box, wish.place);
    place?.scrollIntoView({ block: "center" });
    // In a list the row that waits for a new record comes before what stands above the rows.
    const row = place?.querySelector<HTMLElement>("tr[data-blank]");
    // What is known already need not be gone to.
    const missing = [...(row?.querySelectorAll<HTMLElement>("td[data-cell]") ?? [])].find(
      (cell) => !(begun && cell.dataset.cell && cell.dataset.cell in begun),
    );
    const control = (missing ?? row ?? place)?.querySelector<HTMLElement>(CONTROLS);
    // Whoever may only read is led to the value; without it, to the panel.
    if (control) control.focus({ preventScroll: true });
    endWish();
  }, [wish, owner, panel]);
}
