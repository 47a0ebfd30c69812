/*
 * Calls that have one home. Each finding names the right way. Tests are exempt: they look behind the doors.
 */
import {
  type Finding,
  isSyntaxNode,
  isTest,
  parse,
  productCode,
  type SourceFile,
  type SyntaxNode,
} from "./source.ts";

const DOCUMENT_CALLS: Record<string, string> = {
  getMap: "ask openMap() of shared/src/schema/mapDoc.ts; only schema/ knows the root types",
  getArray: "ask openMap() of shared/src/schema/mapDoc.ts; only schema/ knows the root types",
  getXmlFragment: "ask openMap() of shared/src/schema/mapDoc.ts; only schema/ knows the root types",
  transact: "write through edit() of shared/src/ops/edit.ts, which gives every change an origin",
};
/** The wire applies what others did: no edit, but one transaction for each batch of theirs. */
const DOCUMENT_HOME = /^(shared\/src\/(schema\/|ops\/edit\.ts$)|client\/src\/document\/wire\.ts$)/;
const ENVIRONMENT_HOME = "server/src/config.ts";

/** Calls made outside their home. */
export function checkCalls(root: string): Finding[] {
  return productCode(root)
    .filter((file) => !isTest(file.path))
    .flatMap(findingsIn);
}

function findingsIn(file: SourceFile): Finding[] {
  const { nodes, firstLine } = parse(file);
  return nodes.flatMap((node) => {
    const message = faultOf(node, file.path);
    return message === undefined ? [] : [{ path: file.path, line: firstLine(node), message }];
  });
}

function faultOf(node: SyntaxNode, path: string): string | undefined {
  if (node.type === "ExportAllDeclaration" || node.type === "ExportNamespaceSpecifier") {
    return "`export *` hides what a module offers: export by name";
  }
  if (node.type === "CallExpression" && !DOCUMENT_HOME.test(path)) {
    const method = memberName(node.callee);
    const advice =
      method === undefined
        ? undefined
        : Object.entries(DOCUMENT_CALLS).find(([name]) => name === method)?.[1];
    return advice && `.${method}() is called here: ${advice}`;
  }
  const readsEnvironment =
    node.type === "MemberExpression" && isNamed(node.object, "process") && memberName(node) === "env";
  if (readsEnvironment && path !== ENVIRONMENT_HOME) {
    return "process.env is read here: add the setting to server/src/config.ts and take it as a parameter";
  }
  return undefined;
}

function memberName(node: unknown): string | undefined {
  if (!isSyntaxNode(node)) return undefined;
  if (node.type === "OptionalChainingExpression") return memberName(node.base);
  if (node.type !== "MemberExpression" || !isSyntaxNode(node.property)) return undefined;
  const property = node.property.type === "Computed" ? node.property.expression : node.property;
  return isSyntaxNode(property) && typeof property.value === "string" ? property.value : undefined;
}

function isNamed(node: unknown, name: string): boolean {
  return isSyntaxNode(node) && node.type === "Identifier" && node.value === name;
}
