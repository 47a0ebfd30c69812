/*
 * Reads what a test runner reported and turns it into counts. A report that is missing, unreadable or empty, and a
 * runner that failed without naming a failed test, count as one failure: silence is never a pass.
 */
import { existsSync, readFileSync } from "node:fs";

/** Tests of one run. `problems` are sentences on failures that belong to no single test. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  problems: string[];
  /** Tests among those passed that did so only at the second try. They are never passed over in silence. */
  unsteady: number;
}

/** Which runner wrote the report. */
export type ReportKind = "vitest" | "playwright";

/** Counts of a report, with the runner's exit code taken into account. */
export function readReport(kind: ReportKind, path: string, exitCode: number): Counts {
  const report = existsSync(path) ? parsed(readFileSync(path, "utf8")) : undefined;
  if (report === undefined) return broken(`${kind} ended with ${exitCode} and left no readable report`);
  const counts = kind === "vitest" ? vitestCounts(report) : playwrightCounts(report);
  if (counts.passed + counts.failed + counts.skipped + counts.problems.length === 0) {
    counts.problems.push(`${kind} found no test`);
  }
  if (exitCode !== 0 && counts.failed + counts.problems.length === 0) {
    counts.problems.push(`${kind} ended with ${exitCode} although no test failed`);
  }
  counts.failed += counts.problems.length;
  return counts;
}

function broken(problem: string): Counts {
  return { passed: 0, failed: 1, skipped: 0, problems: [problem], unsteady: 0 };
}

function parsed(text: string): Report | undefined {
  try {
    const report: unknown = JSON.parse(text);
    return typeof report === "object" && report !== null ? (report as Report) : undefined;
  } catch (error) {
    // A runner that died half-way leaves half a report; the caller counts that as a failure.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Report {
  testResults?: { name: string; status: string; assertionResults: { status: string }[] }[];
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: { message?: string }[];
}

function vitestCounts({ testResults = [] }: Report): Counts {
  const statuses = testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  const problems = testResults
    .filter(
      (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
    )
    .map((file) => `${file.name} could not be run to its end`);
  return { passed, failed, skipped: statuses.length - passed - failed, problems, unsteady: 0 };
}

function playwrightCounts({ stats, errors = [] }: Report): Counts {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  const problems = errors.map(({ message }) => message?.split("\n")[0] ?? "an error outside any test");
  return { passed: expected + flaky, failed: unexpected, skipped, problems, unsteady: flaky };
}
