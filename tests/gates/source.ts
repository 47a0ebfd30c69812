/*
 * What the gates share: which files belong to the repository, their text, and their syntax tree.
 * A gate is a function from a folder to findings, so a test can point it at a planted tree.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";

/** One broken rule. `message` says what to do instead; `path` is relative to the examined folder. */
export interface Finding {
  path: string;
  line?: number;
  message: string;
}

/** A file of the examined tree; `path` always with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** A node of swc's tree, seen as what the gates need of it. */
export interface SyntaxNode {
  type: string;
  span?: { start: number; end: number };
  [field: string]: unknown;
}

const SKIPPED = new Set([
  "node_modules",
  "dist",
  "data",
  ".git",
  ".cache",
  ".results",
  "results",
  "test-results",
  "playwright-report",
]);
const CODE = /\.(ts|tsx|mjs|cjs)$/;

/** All files below `root/folder` that match, in a fixed order; none when the folder does not exist. */
export function filesIn(root: string, folder: string, matching: RegExp): SourceFile[] {
  return pathsIn(root, folder)
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Paths of all files below `root/folder`; folders that hold no source are left out. */
export function pathsIn(root: string, folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  const entries = readdirSync(start, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name)) return [];
    if (entry.isDirectory()) return pathsIn(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Code of the product: the three packages' src. */
export function productCode(root: string): SourceFile[] {
  return ["client/src", "server/src", "shared/src"].flatMap((folder) => filesIn(root, folder, CODE));
}

/** Code that serves the product: commands, gates, runners, test worlds. */
export function supportingCode(root: string): SourceFile[] {
  return ["server/commands", "tests"].flatMap((folder) => filesIn(root, folder, CODE));
}

/** Whether a file holds tests (unit, contract, integration or browser). */
export function isTest(path: string): boolean {
  return /\.(test|contract|spec)\.tsx?$/.test(path);
}

/** A parsed file: every node, and the line on which a node begins or ends. */
export interface Parsed {
  nodes: SyntaxNode[];
  firstLine(node: SyntaxNode): number;
  lastLine(node: SyntaxNode): number;
}

/**
 * Parses TypeScript or JavaScript.
 *
 * swc counts offsets in UTF-8 bytes and goes on counting from file to file; a semicolon put before the text marks
 * where this file's count begins.
 */
export function parse(file: SourceFile): Parsed {
  const module = parseSync(`;${file.text}`, {
    syntax: "typescript",
    tsx: file.path.endsWith("x"),
    target: "es2024",
  }) as unknown as { body: SyntaxNode[] };
  const base = (module.body[0]?.span?.start ?? 0) + 1;
  const starts = lineStarts(file.text);
  const lineAt = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset - base) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    nodes: module.body.slice(1).flatMap((node) => [...walk(node)]),
    firstLine: (node) => lineAt(node.span?.start ?? base),
    lastLine: (node) => lineAt((node.span?.end ?? base + 1) - 1),
  };
}

function lineStarts(text: string): number[] {
  const bytes = Buffer.from(text, "utf8");
  const starts = [0];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return starts;
}

function* walk(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
  } else if (typeof value === "object" && value !== null) {
    if (isSyntaxNode(value)) yield value;
    for (const field of Object.values(value)) yield* walk(field);
  }
}

/** Whether a field of a node is itself a node. */
export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
