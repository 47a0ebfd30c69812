import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { browser } from "./support/chromium.ts";

const report = fileURLToPath(new URL(".results/browser.json", import.meta.url));

/** Browser tests. Each file starts servers of its own through `support/server.ts`, so files run side by side. */
export default defineConfig({
  testDir: "e2e",
  outputDir: ".results/browser",
  // On a proving machine of two cores, two people's browsers and a server at once miss a beat now and then: a test is
  // tried a second time there, and named in the summary (decision 0023). By hand it is not: it may have found something.
  retries: process.env.CI ? 1 : 0,
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
