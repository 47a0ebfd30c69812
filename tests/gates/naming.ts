/*
 * Names: how files and folders are written, words that say nothing, and words that mean one thing only.
 */
import { basename } from "node:path";
import { declaredNames, exportedNames } from "./names.ts";
import { type Finding, isTest, parse, pathsIn, productCode, type SourceFile } from "./source.ts";

const FOLDERS = ["client/src", "server/src", "shared/src", "tests", "server/commands"];
const CODE_FILE = /^([A-Za-z0-9]+)((?:\.[a-z0-9]+)*)\.(ts|tsx|mjs|css)$/;
const EMPTY_WORDS = /^(utils?|helpers?|commons?|misc|managers?)$/;
const EMPTY_NAMES = /^(data|info|handleStuff|stuff)$/;

/** Names that break a rule of docs/architecture.md. */
export function checkNaming(root: string): Finding[] {
  const paths = FOLDERS.flatMap((folder) => pathsIn(root, folder));
  return [
    ...paths.flatMap(pathFindings),
    ...folderFindings(paths),
    ...productCode(root).flatMap(nameFindings),
  ];
}

function pathFindings(path: string): Finding[] {
  const file = basename(path);
  if (!/\.(ts|tsx|mjs|css)$/.test(file)) return [];
  const [, stem = "", , extension] = CODE_FILE.exec(file) ?? [];
  if (stem === "")
    return [{ path, message: "a file name is letters and digits in one case, with no dash or underscore" }];
  const findings: Finding[] = [];
  if (saysNothing(stem)) findings.push({ path, message: `\`${stem}\` says nothing: name the topic` });
  if (extension !== "tsx" && extension !== "css" && /^[A-Z]/.test(stem)) {
    findings.push({ path, message: "only components are PascalCase: camelCase for everything else" });
  }
  if (outsideCanvas(path) && isProduct(path) && wordsOf(stem).some(isGraphWord)) {
    findings.push({ path, message: "node and edge are the canvas library's words: say card and link" });
  }
  if (wordsOf(stem).some(isSession) && isProduct(path) && !path.startsWith("server/src/auth/")) {
    findings.push({ path, message: "say login, workshop or connection instead of session" });
  }
  return findings;
}

function folderFindings(paths: string[]): Finding[] {
  const folders = new Set(
    paths.flatMap((path) =>
      path
        .split("/")
        .slice(0, -1)
        .map((_, at, parts) => parts.slice(0, at + 1).join("/")),
    ),
  );
  return [...folders].flatMap((path) => {
    const name = basename(path);
    if (saysNothing(name)) return [{ path, message: `\`${name}\` says nothing: name the topic` }];
    if (/^[a-z0-9]+$/.test(name)) return [];
    return [{ path, message: "a folder name is one lower-case word" }];
  });
}

function nameFindings(file: SourceFile): Finding[] {
  if (isTest(file.path)) return [];
  const { path } = file;
  const parsed = parse(file);
  const exported = exportedNames(parsed);
  const at = (name: { line: number }, message: string): Finding => ({ path, line: name.line, message });
  const findings = exported.flatMap((name) => {
    if (saysNothing(name.text)) return [at(name, `\`${name.text}\` says nothing: name what it does`)];
    if (outsideCanvas(path) && wordsOf(name.text).some(isGraphWord)) {
      return [at(name, `\`${name.text}\`: node and edge are the canvas library's words: say card and link`)];
    }
    if (/[a-z]Store$/.test(name.text))
      return storeFindings(file, name.text).map((message) => at(name, message));
    return [];
  });
  if (
    path.endsWith(".tsx") &&
    /^(?!main\.|routes\.)[a-z]/.test(basename(path)) &&
    exported.some(({ component }) => component)
  ) {
    findings.push({ path, message: "a file of a component is PascalCase and named for it" });
  }
  if (!path.startsWith("server/src/auth/")) {
    for (const name of declaredNames(parsed).filter(({ text }) => wordsOf(text).some(isSession))) {
      findings.push(at(name, `\`${name.text}\`: say login, workshop or connection instead of session`));
    }
  }
  return findings;
}

/** `…Store` is zustand in the client and a persistence port or its adapter in the server, nothing else. */
function storeFindings({ path, text }: SourceFile, name: string): string[] {
  if (path.startsWith("client/")) {
    return /from "zustand/.test(text) ? [] : [`\`${name}\` is no zustand store: name what it holds`];
  }
  if (/^server\/src\/(ports|adapters)\//.test(path)) return [];
  return [`\`${name}\` is no persistence port: name what it holds`];
}

function saysNothing(name: string): boolean {
  return EMPTY_NAMES.test(name) || wordsOf(name).some((word) => EMPTY_WORDS.test(word));
}

function isGraphWord(word: string): boolean {
  return /^(nodes?|edges?)$/.test(word);
}

function isSession(word: string): boolean {
  return /^sessions?$/.test(word);
}

function isProduct(path: string): boolean {
  return /^(client|server|shared)\//.test(path);
}

/** The text editor calls the parts of a text nodes too, hence richtext and the stored body. */
function outsideCanvas(path: string): boolean {
  return !/^(client\/src\/(features\/canvas|richtext)\/|shared\/src\/schema\/body\.ts$)/.test(path);
}

/** `toFlowNode` is to, flow, node. */
function wordsOf(name: string): string[] {
  return name
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase());
}
