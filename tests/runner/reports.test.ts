import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ReportKind, readReport } from "./reports.ts";

describe("honest totals", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "trellis-reports-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (kind: ReportKind, report: unknown, exitCode: number) => {
    const path = join(folder, `${kind}.json`);
    writeFileSync(path, typeof report === "string" ? report : JSON.stringify(report));
    const { passed, failed, skipped } = readReport(kind, path, exitCode);
    return { passed, failed, skipped };
  };
  const file = (status: string, ...tests: string[]) => ({
    name: "a.test.ts",
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  });
  const stats = (expected: number, unexpected: number, flaky: number, skipped: number) => ({
    stats: { expected, unexpected, flaky, skipped },
  });

  it("a report that is missing is a failure, whatever the exit code", () => {
    expect(readReport("vitest", join(folder, "none.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("half a report is a failure", () => {
    expect(read("playwright", '{"stats": {"expected": 4', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("a report without a single test is a failure", () => {
    expect(read("vitest", { testResults: [] }, 0).failed).toBe(1);
    expect(read("playwright", stats(0, 0, 0, 0), 0).failed).toBe(1);
  });

  it("a runner that failed without a failed test is a failure beside the tests that passed", () => {
    const report = { testResults: [file("passed", "passed", "passed")] };
    expect(read("vitest", report, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
    expect(read("playwright", stats(3, 0, 0, 0), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it("a test file that could not be loaded is a failure", () => {
    const report = { testResults: [file("failed"), file("passed", "passed")] };
    expect(read("vitest", report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it("a browser test that passed only the second time has passed, and is counted as unsteady", () => {
    const path = join(folder, "unsteady.json");
    writeFileSync(path, JSON.stringify(stats(2, 0, 1, 0)));
    expect(readReport("playwright", path, 0)).toMatchObject({ passed: 3, failed: 0, unsteady: 1 });
  });

  it("failed tests are counted one by one, skipped ones as neither", () => {
    const report = { testResults: [file("failed", "passed", "failed", "failed", "pending", "todo")] };
    expect(read("vitest", report, 1)).toEqual({ passed: 1, failed: 2, skipped: 2 });
    expect(read("playwright", stats(5, 1, 0, 2), 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });
});
