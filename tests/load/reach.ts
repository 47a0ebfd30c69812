/*
 * What a screen reader can reach on a page: cards by their name in the accessibility tree, and how many times Tab stops.
 */
import type { CDPSession, Page } from "@playwright/test";

export interface Reach {
  /** Cards with their own title in the name of an element, at zoom 1 on the canvas. */
  readonly namedCards: number;
  readonly tabStops: number;
}

/** Titles of the measured map end in the number of their card. */
const TITLE = /\b[a-z]+ [a-z]+ (\d+)\b/;
const MOST_STOPS = 500;

export async function reach(page: Page, devtools: CDPSession): Promise<Reach> {
  await page.evaluate(() => {
    const bench = window.__bench!;
    const { x, y } = bench.worldCards[Math.floor(bench.worldCards.length / 2)]!;
    bench.select([]);
    bench.setView(x, y, 1);
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const named = new Set<string>();
  for (const { ignored, name, role } of nodes) {
    const number = TITLE.exec(String(name?.value ?? ""))?.[1];
    // The words of a card that is no element of its own name nothing one could go to.
    if (!ignored && number && role?.value !== "StaticText" && role?.value !== "InlineTextBox")
      named.add(number);
  }
  await devtools.send("Accessibility.disable");
  return { namedCards: named.size, tabStops: await tabStops(page) };
}

/** Elements that Tab stops at, as a browser counts them: visible, not disabled, with a tab index of 0 or more. */
const tabStops = (page: Page): Promise<number> =>
  page.evaluate((most) => {
    const focusable = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]";
    const found = [...document.querySelectorAll<HTMLElement>(focusable)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(":disabled") &&
        element.checkVisibility({ visibilityProperty: true }),
    );
    return Math.min(most, found.length);
  }, MOST_STOPS);
