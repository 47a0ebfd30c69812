/*
 * Length: a file of at most 400 lines, a function of at most 60, a React component of at most 150.
 * Tests are exempt, and so is a file that says why near its top: `length: <reason>`.
 */
import {
  type Finding,
  isSyntaxNode,
  isTest,
  type Parsed,
  parse,
  productCode,
  type SourceFile,
  type SyntaxNode,
  supportingCode,
} from "./source.ts";

const FILE = 400;
const FUNCTION = 60;
const COMPONENT = 150;
const EXCEPTION = /^\s*(\/\/|\/?\*+)\s*length: \S.{9,}/;
const FUNCTIONS = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassMethod",
  "PrivateMethod",
  "Constructor",
  "MethodProperty",
  "GetterProperty",
  "SetterProperty",
]);

/** Files and functions that are too long. */
export function checkLength(root: string): Finding[] {
  return measured(root).flatMap((file) => [...fileFindings(file), ...functionFindings(file)]);
}

/** The length that nine files in ten keep to; 250 is the aim. */
export function lengthOfNineInTen(root: string): number {
  const lengths = measured(root)
    .map((file) => lineCount(file.text))
    .sort((a, b) => a - b);
  return lengths[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
}

function measured(root: string): SourceFile[] {
  return [...productCode(root), ...supportingCode(root)].filter(
    (file) => !isTest(file.path) && !file.text.split("\n", 12).some((line) => EXCEPTION.test(line)),
  );
}

function fileFindings({ path, text }: SourceFile): Finding[] {
  const lines = lineCount(text);
  if (lines <= FILE) return [];
  return [
    {
      path,
      message: `${lines} lines, ${FILE} allowed: divide it by topic, or write \`length: <reason>\` at its top`,
    },
  ];
}

function functionFindings(file: SourceFile): Finding[] {
  const parsed = parse(file);
  const components = file.path.endsWith(".tsx") ? componentsOf(parsed) : new Set<SyntaxNode>();
  return parsed.nodes
    .filter((node) => FUNCTIONS.has(node.type) && isSyntaxNode(bodyOf(node)))
    .flatMap((node) => {
      const line = parsed.firstLine(node);
      const lines = parsed.lastLine(node) - line + 1;
      const component = components.has(node);
      const allowed = component ? COMPONENT : FUNCTION;
      if (lines <= allowed) return [];
      const kind = component ? "component" : "function";
      return [
        { path: file.path, line, message: `a ${kind} of ${lines} lines, ${allowed} allowed: name its parts` },
      ];
    });
}

/** Methods keep their body in `function`, everything else in `body`. */
function bodyOf(node: SyntaxNode): unknown {
  return isSyntaxNode(node.body)
    ? node.body
    : ((node.function as SyntaxNode | undefined)?.body ?? node.function);
}

/** Functions with a PascalCase name, also inside memo(), forwardRef() and the like. */
function componentsOf({ nodes }: Parsed): Set<SyntaxNode> {
  const found = new Set<SyntaxNode>();
  for (const node of nodes) {
    if (node.type === "FunctionDeclaration" && isPascal(node.identifier)) found.add(node);
    if (node.type !== "VariableDeclarator" || !isPascal(node.id)) continue;
    let value = node.init;
    while (isSyntaxNode(value) && value.type === "CallExpression") {
      value = (value.arguments as { expression: unknown }[])[0]?.expression;
    }
    if (isSyntaxNode(value) && FUNCTIONS.has(value.type)) found.add(value);
  }
  return found;
}

function isPascal(name: unknown): boolean {
  return isSyntaxNode(name) && typeof name.value === "string" && /^[A-Z]/.test(name.value);
}

function lineCount(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
