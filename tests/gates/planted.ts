/*
 * Toy trees for the tests of the gates: a folder with exactly the files given, removed when the test file is done.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The repository itself. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Writes `files` (path to content) into a new folder and copies `settings` of the repository beside them. */
export function plant(files: Record<string, string>, settings: string[] = []): string {
  const root = mkdtempSync(join(tmpdir(), "trellis-gates-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const path of settings) copyFileSync(join(repository, path), join(root, path));
  return root;
}

/** `count` lines of harmless code. */
export function lines(count: number): string {
  return Array.from({ length: count }, (_, at) => `export const line${at} = ${at};\n`).join("");
}
