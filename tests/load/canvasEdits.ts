/*
 * Single edits on the large map, done as a person does them, and whether any of them held the page up.
 */
import type { Page } from "@playwright/test";

/** The longest task (ms, 0 when none was over 50) within a second after each edit. */
export interface EditTasks {
  readonly rename: number;
  readonly add: number;
  readonly undo: number;
}

export async function measureEdits(page: Page): Promise<EditTasks> {
  await page.evaluate(() => {
    const bench = window.__bench!;
    const { x, y } = bench.worldCards[Math.floor(bench.worldCards.length / 2)]!;
    bench.setView(x, y, 1);
    bench.select([Math.floor(bench.worldCards.length / 2)]);
  });
  await page.getByRole("application").focus();
  return {
    rename: await longest(page, async () => {
      await page.keyboard.press("F2");
      await page.keyboard.type("Another name");
      await page.keyboard.press("Enter");
    }),
    add: await longest(page, async () => {
      await page.keyboard.press("n");
      await page.keyboard.press("Escape");
    }),
    undo: await longest(page, () => page.keyboard.press("Control+z")),
  };
}

async function longest(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  await page.evaluate(() => {
    (window as unknown as { __seen: { longTasks: number[] } }).__seen.longTasks.length = 0;
  });
  await act();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  const tasks = await page.evaluate(
    () => (window as unknown as { __seen: { longTasks: number[] } }).__seen.longTasks,
  );
  return Math.round(Math.max(0, ...tasks));
}
