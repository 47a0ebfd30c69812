import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Attempts } from "./attempts.ts";
import { openLog } from "./log.ts";
import { runSteps } from "./shutdown.ts";

describe("attempts", () => {
  it("[HL6] counts per key and window, and forgets what is over", () => {
    let now = 0;
    const attempts = new Attempts({ most: 2, windowMs: 100 }, () => now);
    attempts.count("a");
    expect(attempts.waitMs("a")).toBe(0);
    now = 30;
    attempts.count("a");
    expect(attempts.waitMs("a")).toBe(70);
    expect(attempts.waitMs("b")).toBe(0);
    now = 100;
    expect(attempts.waitMs("a")).toBe(0);
    attempts.count("a");
    expect(attempts.waitMs("a")).toBe(0);
  });

  it("[HL6] holds a bounded number of keys, the newest", () => {
    const attempts = new Attempts({ most: 1, windowMs: 1e9 }, () => 0);
    for (let count = 0; count < 50_010; count++) attempts.count(`key ${count}`);
    expect(attempts.waitMs("key 0")).toBe(0);
    expect(attempts.waitMs("key 50009")).toBeGreaterThan(0);
  });
});

describe("log and shutdown", () => {
  it("[HS4] the log shows no cookie, token or secret", () => {
    const folder = mkdtempSync(join(tmpdir(), "trellis-log-"));
    const file = join(folder, "log");
    const log = openLog("info", openSync(file, "w"));
    log.info({ headers: { cookie: "canary-1", authorization: "canary-2" }, secret: "canary-3" }, "asked");
    log.info(
      { req: { headers: { cookie: "canary-4", authorization: "canary-5" } }, link: { token: "canary-6" } },
      "asked",
    );
    const text = readFileSync(file, "utf8");
    expect(text).toContain("asked");
    expect(text).not.toContain("canary");
    rmSync(folder, { recursive: true });
  });

  it("[HC3] a failing step is told and the rest still run, in order", async () => {
    const done: string[] = [];
    const step = (name: string, fails = false) => ({
      name,
      run: async () => {
        await Promise.resolve();
        done.push(name);
        if (fails) throw new Error("cannot");
      },
    });
    const quiet = openLog("silent");
    expect(await runSteps([step("one"), step("two")], quiet)).toBe(true);
    expect(await runSteps([step("three"), step("four", true), step("five")], quiet)).toBe(false);
    expect(done).toEqual(["one", "two", "three", "four", "five"]);
  });
});
