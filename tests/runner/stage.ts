/*
 * Runs one stage of the checks as a process group of its own, so that a stage that hangs is ended with all its
 * children, and nothing is left behind on the machine.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const running = new Set<ChildProcess>();

/** Runs a command of the workspace in `root`; resolves with its exit code, 124 when it took too long. */
export function runStage(root: string, command: string[], limitMs: number): Promise<number> {
  const [program = "", ...args] = command;
  const bins = [join(root, "node_modules/.bin"), join(root, "tests/node_modules/.bin")];
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    env: { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter) },
  });
  running.add(child);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      console.error(`${command.join(" ")} took more than ${limitMs / 1000} s and was ended.`);
      endGroup(child, "SIGKILL");
      settle(124);
    }, limitMs);
    const settle = (code: number) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code);
    };
    child.on("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      settle(1);
    });
    child.on("exit", (code) => {
      // What the stage left running (a browser, a server) ends with it.
      endGroup(child, "SIGKILL");
      settle(code ?? 1);
    });
  });
}

/** Ends every stage under way; for Ctrl+C. */
export function endStages(): void {
  for (const child of running) endGroup(child, "SIGTERM");
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the whole group has ended already, which is what we want.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
