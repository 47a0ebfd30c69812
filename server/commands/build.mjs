/*
 * Builds the client when its sources differ from those of the build at hand. The fingerprint of the sources lies
 * in client/dist; the build empties that folder first, so a build that broke off leaves no fingerprint behind.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { root, workspaceNode } from "./install.mjs";
import { run } from "./run.mjs";

const SOURCES = ["client", "shared", "pnpm-lock.yaml", "tsconfig.base.json"];
const NOT_SOURCES = /(^|\/)(node_modules|dist)$|\.test\.tsx?$/;
const FINGERPRINT = join(root, "client/dist/.sources");

/**
 * @param {string} path
 * @returns {string[]} files below `path`, or `path` itself, in a fixed order
 */
function filesOf(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    if (NOT_SOURCES.test(child.split(sep).join("/"))) return [];
    return entry.isDirectory() ? filesOf(child) : [child];
  });
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const path = join(root, source);
    for (const file of source.includes(".") ? [path] : filesOf(path)) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * Leaves a client build in client/dist that matches the sources.
 * @returns {Promise<number>} exit code of the build; 0 when none was needed
 */
export async function buildIfChanged() {
  const wanted = fingerprint();
  if (existsSync(FINGERPRINT) && readFileSync(FINGERPRINT, "utf8") === wanted) return 0;
  console.log("Building the client…");
  const vite = join(root, "client/node_modules/vite/bin/vite.js");
  const code = await run(workspaceNode, [vite, "build", "--logLevel", "warn"], { cwd: join(root, "client") });
  if (code === 0) writeFileSync(FINGERPRINT, wanted);
  return code;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await buildIfChanged();
}
