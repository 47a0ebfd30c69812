/*
 * `npm start` as a person runs it: through npm, the set-up script and the workspace's own Node.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { freePort } from "../support/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function npmStart(port: number) {
  const dataDir = await mkdtemp(join(tmpdir(), "trellis-start-"));
  const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir };
  // A group of its own, so that whatever a failing test leaves behind can be ended as a whole.
  const npm = spawn("npm", ["start"], { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (data) => output.push(String(data)));
  cleanUp.push(async () => {
    endGroup(npm);
    await rm(dataDir, { recursive: true, force: true });
  });
  return { npm, output: () => output.join("") };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // ESRCH: all of it has ended, as it should have.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

const answers = async (port: number) => {
  const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
  return answer?.status;
};

describe("npm start", () => {
  it.each([
    ["SIGTERM to npm, as a service manager sends it to the main process", "SIGTERM", "process"],
    ["SIGTERM to all its processes, as a service manager sends it to a group", "SIGTERM", "group"],
    ["SIGINT to all its processes, as Ctrl+C sends it", "SIGINT", "group"],
  ] as const)("serves, and ends cleanly on %s", async (_, signal, target) => {
    const port = await freePort();
    const { npm, output } = await npmStart(port);
    await vi.waitFor(() => expect(output()).toMatch(/^Trellis is ready\. .*\/enter#\S+$/m), 60_000);
    expect(await answers(port)).toBe(200);

    // "close" comes when the last process that could still write has ended, the server included.
    const closed = once(npm, "close");
    process.kill(target === "group" ? -(npm.pid ?? 0) : (npm.pid ?? 0), signal);
    await closed;
    expect(await answers(port)).toBeUndefined();
    expect(output()).not.toMatch(/^\s+at /m);
  });

  it("ends with one sentence and exit code 1 when the port is taken", async () => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    cleanUp.push(async () => void occupant.close());
    const address = occupant.address();
    const port = typeof address === "object" && address ? address.port : 0;

    const { npm, output } = await npmStart(port);
    const [code] = await once(npm, "close");
    expect(code).toBe(1);
    const lines = output().trimEnd().split("\n");
    expect(lines.at(-1)).toContain(`Port ${port} is in use.`);
    expect(output()).not.toMatch(/ELIFECYCLE|npm error|npm ERR|^\s+at /m);
  });
});
