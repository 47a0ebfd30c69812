import { defineConfig } from "vitest/config";

/**
 * Two projects, so that each test runs in exactly one of them:
 * - unit: pure code, contracts and the gates. No server process; part of `pnpm check`.
 * - integration: real databases and real server processes, property tests of whole worlds; part of `npm test`.
 * Browser tests are Playwright's (`tests/playwright.config.ts`).
 */
export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: [
            "{client,server,shared}/src/**/*.test.{ts,tsx}",
            "tests/{gates,runner,support}/**/*.test.ts",
          ],
          testTimeout: 10_000,
          hookTimeout: 10_000,
        },
      },
      {
        test: {
          name: "integration",
          environment: "node",
          include: ["tests/integration/**/*.integration.test.ts", "tests/convergence/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
