/*
 * What is read off a page while it is measured.
 */
import type { BrowserContext, CDPSession, Page } from "@playwright/test";

export type Cookies = Parameters<BrowserContext["addCookies"]>[0];

/** A login's cookie header as a browser holds it. */
export const cookiesOf = (header: string, url: string): Cookies =>
  header.split("; ").map((cookie) => {
    const at = cookie.indexOf("=");
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
  });

/** One of the browser's counters: seconds of the main thread, bytes, or a count. */
export async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

/** Lets what follows a frame (fonts, late layout) come to rest. */
export async function settle(page: Page, ms = 600): Promise<void> {
  await page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), ms);
}
