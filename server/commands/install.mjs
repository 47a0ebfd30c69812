/*
 * Brings the workspace's packages to what the lockfile says, with the pinned pnpm and nothing installed globally.
 * Runs on the machine's own Node (20 or newer): it must work before anything of the workspace is there.
 * Stale packages are never run: the install is left out only when the lockfile, every manifest and pnpm's own record of
 * what lies in node_modules are those of the last install made here. A restart then needs neither npm nor a network.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const PNPM = "pnpm@12.21.0";
const PACKAGES = ["client", "server", "shared", "tests"];

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The Node that the workspace brings; only there after {@link install}. */
export const workspaceNode = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

const WANTED = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"];
const INSTALLED = "node_modules/.pnpm/lock.yaml";
const RECORD = join(root, "node_modules/.trellis-installed");

/** A digest of what is wanted and of what pnpm says is there; undefined when something is missing altogether. */
function state() {
  const manifests = PACKAGES.map((name) => `${name}/package.json`);
  const folders = PACKAGES.map((name) => `${name}/node_modules`);
  const files = [...WANTED, ...manifests, INSTALLED];
  if (![...files, ...folders].every((path) => existsSync(join(root, path)))) return undefined;
  if (!existsSync(workspaceNode)) return undefined;
  const hash = createHash("sha256").update(PNPM);
  for (const path of files) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/**
 * Installs the frozen lockfile. Ends the process with one sentence when that fails.
 */
export async function install() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    console.error(`Trellis needs Node 20 or newer to set itself up; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  const before = state();
  if (before !== undefined && existsSync(RECORD) && readFileSync(RECORD, "utf8") === before) return;
  const command = ["--yes", "--prefer-offline", "--progress=false", PNPM, "install", "--frozen-lockfile"];
  const code = await run("npx", command, { cwd: root, shell: process.platform === "win32" });
  const after = state();
  if (code !== 0 || after === undefined) {
    console.error("The packages could not be installed; the reason is in the lines above.");
    process.exit(code === 0 ? 1 : code);
  }
  writeFileSync(RECORD, after);
}
