/*
 * The one runner of checks and tests: `pnpm check` runs the first part, `npm test` everything.
 * A stage that fails does not stop the next, so one run tells all. Each test runs once. A stage that is no test
 * (format, types, boundaries...) counts as one failure when it fails and as nothing when it passes.
 * The last line is `N passed, N failed`; the exit code is 0 only when nothing failed.
 */
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Counts, type ReportKind, readReport } from "./runner/reports.ts";
import { endStages, runStage } from "./runner/stage.ts";

interface Stage {
  name: string;
  command: string[];
  limitMs: number;
  /** Set for stages that run tests: where the report is expected. */
  report?: { kind: ReportKind; path: string };
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, "tests/.results");
const minutes = (count: number) => count * 60_000;

const vitest = (project: string, limitMs: number): Stage => {
  const path = join(results, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  return {
    name: project,
    command: ["vitest", "run", "--project", project, ...reporters],
    limitMs,
    report: { kind: "vitest", path },
  };
};

const CHECK: Stage[] = [
  { name: "format and lint", command: ["biome", "ci", "--error-on-warnings"], limitMs: minutes(2) },
  ...["shared", "server", "client", "tests", "server/commands"].map((part) => ({
    name: `types of ${part}`,
    command: ["tsc", "-p", part],
    limitMs: minutes(2),
  })),
  { name: "gates", command: ["node", "tests/gates/check.ts"], limitMs: minutes(2) },
  { name: "unused code", command: ["knip", "--no-progress"], limitMs: minutes(2) },
  vitest("unit", minutes(4)),
];

const REST: Stage[] = [
  vitest("integration", minutes(10)),
  {
    name: "browser",
    command: ["playwright", "test", "-c", "tests/playwright.config.ts"],
    limitMs: minutes(50),
    report: { kind: "playwright", path: join(results, "browser.json") },
  },
];

const BUILD: Stage = {
  name: "client build",
  command: ["node", "server/commands/build.mjs"],
  limitMs: minutes(3),
};

const only = process.argv[2];
if (only !== undefined && only !== "check") {
  console.error(`There is no part called "${only}"; say "check", or nothing for everything.`);
  process.exit(2);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    endStages();
    process.exit(130);
  });
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const outcomes: { stage: string; counts: Counts; seconds: number }[] = [];
for (const stage of only === "check" ? CHECK : [BUILD, ...CHECK, ...REST]) {
  console.log(`\n── ${stage.name}`);
  const began = performance.now();
  const code = await runStage(root, stage.command, stage.limitMs);
  const counts = stage.report
    ? readReport(stage.report.kind, stage.report.path, code)
    : plainCounts(stage.name, code);
  outcomes.push({ stage: stage.name, counts, seconds: (performance.now() - began) / 1000 });
}
process.exitCode = summarise();

function plainCounts(name: string, code: number): Counts {
  if (code === 0) return { passed: 0, failed: 0, skipped: 0, problems: [], unsteady: 0 };
  return { passed: 0, failed: 1, skipped: 0, problems: [`${name} failed`], unsteady: 0 };
}

function summarise(): number {
  console.log("\n── summary");
  for (const { stage, counts, seconds } of outcomes) {
    const verdict = counts.failed === 0 ? "ok    " : "FAILED";
    const { passed, failed } = counts;
    const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : "";
    console.log(`${verdict} ${stage.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${tests}`);
    for (const problem of counts.problems) console.log(`         ${problem}`);
    if (counts.unsteady > 0) console.log(`         ${counts.unsteady} of them passed only at the second try`);
  }
  const sum = (field: "passed" | "failed" | "skipped") =>
    outcomes.reduce((total, { counts }) => total + counts[field], 0);
  console.log(`${sum("skipped")} skipped`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}
