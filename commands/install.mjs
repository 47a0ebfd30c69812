/*
 * Brings the workspace's packages to what the lockfile says, with the pinned pnpm and nothing installed globally.
 * Runs on the machine's own Node (20 or newer): it must work before anything of the workspace is there.
 * An install with nothing to do takes about a third of a second and needs no network, so it is never skipped:
 * a skipped install is how stale packages get run.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const PNPM = "pnpm@12.21.0";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the workspace brings; only there after {@link install}. */
export const workspaceNode = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * Installs the frozen lockfile. Ends the process with one sentence when that fails.
 */
export async function install() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    console.error(`Trellis needs Node 20 or newer to set itself up; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  // --prefer-offline: a second start must not depend on the network.
  const command = ["--yes", "--prefer-offline", "--progress=false", PNPM, "install", "--frozen-lockfile"];
  const code = await run("npx", command, { cwd: root, shell: process.platform === "win32" });
  if (code !== 0 || !existsSync(workspaceNode)) {
    console.error("The packages could not be installed; the reason is in the lines above.");
    process.exit(code === 0 ? 1 : code);
  }
}
