/*
 * Brings the peers, once: packages that are measured beside Trellis and are no part of it. They have a lockfile of
 * their own outside the workspace, so that neither an install nor a check of Trellis ever meets them.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the peers. */
export const PEERS = fileURLToPath(new URL("./peers", import.meta.url));

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Installs the lockfile of the peers unless exactly that is there already. */
export function installPeers(): void {
  const lock = createHash("sha256")
    .update(readFileSync(join(PEERS, "package-lock.json")))
    .digest("hex");
  const mark = join(PEERS, "node_modules/.lock-installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.error("Installing what Trellis is measured against…");
  // Scripts stay off: the one native package among them ships its binary.
  run(PEERS, "npm", ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"]);
  writeFileSync(mark, lock);
}

/** Builds Trellis' own pages unless they match the sources already. */
export function buildClient(): void {
  run(ROOT, process.execPath, ["server/commands/build.mjs"]);
}

/** Builds the plain React Flow page; answers its folder. */
export function buildPeerPage(): string {
  run(PEERS, process.execPath, [join(PEERS, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"]);
  return join(PEERS, "dist");
}

function run(folder: string, command: string, args: string[]): void {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const { status, error } = spawnSync(command, args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PATH: path },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`, { cause: error });
}
