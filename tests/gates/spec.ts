/*
 * Rules and proofs: every rule of docs/spec (written **[OP3]**) is named by at least one test, every id in a test's
 * name is a rule, and no id is given twice.
 */
import {
  type Finding,
  filesIn,
  isSyntaxNode,
  isTest,
  parse,
  productCode,
  type SourceFile,
  type SyntaxNode,
  supportingCode,
} from "./source.ts";

const RULE = /\*\*\[([A-Z]+\d+)\]\*\*/g;
const NAMED = /\[([A-Z]+\d+)\]/g;
const TEST_WORDS = new Set(["it", "test", "describe"]);

/** Rules without a test, tests that name no rule there is, ids given twice. */
export function checkSpec(root: string): Finding[] {
  const findings: Finding[] = [];
  const rules = new Map<string, string>();
  for (const { path, text } of filesIn(root, "docs/spec", /\.md$/)) {
    for (const [, id = ""] of text.matchAll(RULE)) {
      const other = rules.get(id);
      if (other)
        findings.push({ path, message: `rule [${id}] is also in ${other}: give it the next free number` });
      rules.set(id, path);
    }
  }
  const proven = new Set<string>();
  for (const file of [...productCode(root), ...supportingCode(root)].filter(({ path }) => isTest(path))) {
    for (const { id, line } of idsInTestNames(file)) {
      proven.add(id);
      if (!rules.has(id))
        findings.push({ path: file.path, line, message: `[${id}] is no rule of docs/spec` });
    }
  }
  for (const [id, path] of rules) {
    if (!proven.has(id)) findings.push({ path, message: `no test is named for rule [${id}]` });
  }
  return findings;
}

function idsInTestNames(file: SourceFile): { id: string; line: number }[] {
  const { nodes, firstLine } = parse(file);
  return nodes
    .filter((node) => node.type === "CallExpression" && TEST_WORDS.has(rootName(node.callee)))
    .flatMap((node) => {
      const name = textOf((node.arguments as { expression: unknown }[])[0]?.expression);
      return [...name.matchAll(NAMED)].map(([, id = ""]) => ({ id, line: firstLine(node) }));
    });
}

/** `test` for test(), test.only(), test.each(rows)() and test.for(rows)(). */
function rootName(node: unknown): string {
  if (!isSyntaxNode(node)) return "";
  if (node.type === "Identifier") return String(node.value);
  return rootName(node.type === "MemberExpression" ? node.object : (node.callee ?? node.tag));
}

function textOf(node: unknown): string {
  if (!isSyntaxNode(node)) return "";
  if (node.type === "StringLiteral") return String(node.value);
  if (node.type !== "TemplateLiteral") return "";
  return (node.quasis as SyntaxNode[]).map((part) => String(part.raw)).join(" ");
}
