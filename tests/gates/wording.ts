/*
 * What code, docs and settings may not mention: places on one person's machine, where packages were fetched from,
 * and folders outside the repository. What is still to be done belongs in the issue tracker.
 */
import { type Finding, filesIn, type SourceFile } from "./source.ts";

const TEXT = /(\.(ts|tsx|mjs|cjs|json|css|html|md|yaml|yml|svg|txt)|(^|\/)\.[a-z]+rc|\.ci\/run)$/;
const COMMENTED = /\.(ts|tsx|mjs|cjs|css)$/;

const RULES: { pattern: RegExp; message: string; only?: RegExp }[] = [
  {
    pattern: /(^|[\s"'`(=:])\/(work|root|home|Users|mnt|private)\/[\w.-]+/,
    message: "a path of one machine: derive it from import.meta.url, os.tmpdir() or a setting",
  },
  {
    pattern: /\bregistry\.[a-z0-9-]+\.[a-z]{2,}/i,
    message: "a package registry: the client's own settings decide where packages come from",
  },
  {
    pattern: /\.\.\/shared\/(design|bench|templates)\b/,
    message: "a folder outside the repository: bring what is needed into it",
  },
  {
    pattern: /(\/\/|\*|\/\*)\s.*\b(TODO|FIXME|XXX)\b/,
    message: "an unfinished thought: finish it or open an issue",
    only: COMMENTED,
  },
];

/** Lines that mention what the repository must not know. */
export function checkWording(root: string): Finding[] {
  return filesIn(root, ".", TEXT).flatMap(findingsIn);
}

function findingsIn({ path, text }: SourceFile): Finding[] {
  return text.split("\n").flatMap((content, index) =>
    RULES.filter(({ pattern, only }) => (only?.test(path) ?? true) && pattern.test(content)).map(
      ({ message }) => ({
        path,
        line: index + 1,
        message,
      }),
    ),
  );
}
