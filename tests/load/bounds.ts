/*
 * What a page may take while it is measured. A peer that breaks down on a large map (it hangs, or eats the machine's
 * memory) is a finding of its own and must not take the bench with it: its renderer is ended and the reason is told.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

const MEMORY_GIB = 6;
const TIME_MIN = 5;
const LOOK_EVERY_MS = 1_000;
const PAGE_BYTES = 4_096;

/** Does the work, or throws `The page ...` when it took too much. The browser is useless after that. */
export async function withinBounds<Result>(browser: Browser, work: () => Promise<Result>): Promise<Result> {
  const devtools = await browser.newBrowserCDPSession();
  const began = performance.now();
  let broke = "";
  const look = async () => {
    const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    const gib = renderers.reduce((sum, id) => sum + residentBytes(id), 0) / 2 ** 30;
    if (gib > MEMORY_GIB) broke = `The page took more than ${MEMORY_GIB} GiB of memory`;
    else if (performance.now() - began > TIME_MIN * 60_000)
      broke = `The page was not done after ${TIME_MIN} min`;
    else return;
    clearInterval(watch);
    for (const id of renderers) end(id);
  };
  // A look that fails says that the browser is gone, and then the work fails by itself.
  const watch = setInterval(() => void look().catch(() => clearInterval(watch)), LOOK_EVERY_MS);
  try {
    return await work();
  } catch (error) {
    throw broke ? new Error(`${broke} and was ended.`, { cause: error }) : error;
  } finally {
    clearInterval(watch);
  }
}

/** 0 for a process that is gone. */
function residentBytes(process: number): number {
  try {
    return Number(readFileSync(`/proc/${process}/statm`, "utf8").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

function end(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It ended by itself in the meantime, which is what was wanted.
  }
}
