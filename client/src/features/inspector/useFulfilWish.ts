/** Leads to the place in a panel that somebody was sent to: it comes into sight and has the focus. */
import { type RefObject, useEffect } from "react";
import { endWish, useWishedPlace } from "../../workspace/panelWish.ts";

const CONTROLS = "input:not([type=hidden]), textarea, select, button, [contenteditable=true]";

const placeIn = (panel: HTMLElement, place: string): HTMLElement | null => {
  const [, chips] = /^chips:(.+)$/.exec(place) ?? [];
  const name = chips === undefined ? `[data-field="${place}"]` : `[data-chips="${chips}"]`;
  // A field of the card itself comes before parts of the same name in its lists.
  return panel.querySelector<HTMLElement>(name);
};

export function useFulfilWish(panel: RefObject<HTMLElement | null>, owner: string): void {
  const wished = useWishedPlace(owner);
  useEffect(() => {
    if (wished === null) return;
    const box = panel.current;
    const place = box && placeIn(box, wished);
    place?.scrollIntoView({ block: "center" });
    // In a list the row that waits for a new record comes before what stands above the rows.
    const row = place?.querySelector<HTMLElement>("tr[data-blank]");
    const control = (row ?? place)?.querySelector<HTMLElement>(CONTROLS);
    // Whoever may only read is led to the value; without it, to the panel.
    if (control) control.focus({ preventScroll: true });
    endWish();
  }, [wished, panel]);
}
