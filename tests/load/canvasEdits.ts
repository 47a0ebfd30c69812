/*
 * Single edits on the large map, done as a person does them: how much of the main thread each takes until the page is
 * at rest again, and the longest it held the page up.
 */
import type { CDPSession, Page } from "@playwright/test";
import { round } from "./histogram.ts";

export interface EditCost {
  /** Main-thread CPU, everything counted. */
  readonly cpuMs: number;
  /** The longest task by the clock (0 when none was over 50 ms); depends on the machine. */
  readonly longestMs: number;
}

export type EditTasks = Readonly<Record<"rename" | "add" | "undo", EditCost>>;

export async function measureEdits(page: Page, devtools: CDPSession): Promise<EditTasks> {
  await page.evaluate(() => {
    const bench = window.__bench!;
    const middle = Math.floor(bench.worldCards.length / 2);
    const { x, y } = bench.worldCards[middle]!;
    bench.setView(x, y, 1);
    bench.select([middle]);
  });
  await page.getByRole("application").focus();
  const cost = (act: () => Promise<void>) => costOf(page, devtools, act);
  const rename = await cost(async () => {
    await page.keyboard.press("F2");
    await page.keyboard.press("x");
    await page.keyboard.press("Enter");
  });
  const add = await cost(async () => {
    await page.keyboard.press("n");
    await page.keyboard.press("Escape");
  });
  return { rename, add, undo: await cost(() => page.keyboard.press("Control+z")) };
}

async function costOf(page: Page, devtools: CDPSession, act: () => Promise<void>): Promise<EditCost> {
  const cpu = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")!.value * 1000;
  };
  await rest(page);
  await page.evaluate(() => {
    (window as unknown as { __seen: { longTasks: number[] } }).__seen.longTasks.length = 0;
  });
  const before = await cpu();
  await act();
  await rest(page);
  const tasks = await page.evaluate(
    () => (window as unknown as { __seen: { longTasks: number[] } }).__seen.longTasks,
  );
  return { cpuMs: round((await cpu()) - before), longestMs: Math.round(Math.max(0, ...tasks)) };
}

const rest = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
