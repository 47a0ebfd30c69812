/*
 * Runs a child as if it stood in this process's place: same terminal, signals passed on, its exit code returned.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";

/** @type {NodeJS.Signals[]} */
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Resolves with the child's exit code, or 128 + n when signal n ended it.
 *
 * `npm start` puts a shell between npm and us that does not pass SIGTERM on; it just dies. We notice that we
 * were handed to another parent and pass the signal on ourselves, so no server is left behind on the port.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    let told = false;
    const passOn = PASSED_ON.map((signal) => ({
      signal,
      listener: () => {
        told = true;
        child.kill(signal);
      },
    }));
    for (const { signal, listener } of passOn) process.on(signal, listener);
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      if (!told) child.kill("SIGTERM");
    }, 200);
    /** @param {number} code */
    const settle = (code) => {
      clearInterval(watch);
      for (const { signal, listener } of passOn) process.off(signal, listener);
      resolve(code);
    };
    child.on("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      settle(1);
    });
    child.on("exit", (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
