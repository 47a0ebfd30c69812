import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { browser } from "./support/chromium.ts";

const report = fileURLToPath(new URL(".results/browser.json", import.meta.url));

/** Browser tests. Each file starts servers of its own through `support/server.ts`, so files run side by side. */
export default defineConfig({
  testDir: "e2e",
  outputDir: ".results/browser",
  // A test that passes only the second time has found something; it is not run again.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: report }]],
  use: {
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    // No trace: recording every step of two people doubles the time of the longest tests.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: await browser(),
  },
});
