/*
 * Names a file exports and names it declares, out of its syntax tree.
 */
import { isSyntaxNode, type Parsed, type SyntaxNode } from "./source.ts";

/** A name and where it stands. `component` marks a PascalCase function. */
export interface Name {
  text: string;
  line: number;
  component: boolean;
}

/** Names other files can import; those of re-exports included. */
export function exportedNames(parsed: Parsed): Name[] {
  return parsed.nodes.flatMap((node) => {
    if (node.type === "ExportDeclaration") return declared(node.declaration, parsed);
    if (node.type === "ExportSpecifier") return named(node.exported ?? node.orig, parsed);
    return [];
  });
}

/** Names introduced in the file: variables, parameters, functions, classes, types and their fields. */
export function declaredNames(parsed: Parsed): Name[] {
  return parsed.nodes.flatMap((node) => {
    switch (node.type) {
      case "Parameter":
        return bound(node.pat, parsed);
      case "ArrowFunctionExpression":
        return (node.params as unknown[]).flatMap((pattern) => bound(pattern, parsed));
      case "TsPropertySignature":
      case "TsMethodSignature":
      case "ClassProperty":
      case "ClassMethod":
      case "PrivateProperty":
        return named(node.key, parsed);
      case "VariableDeclaration":
        // Its declarators come by themselves.
        return [];
      default:
        return declared(node, parsed);
    }
  });
}

function declared(node: unknown, parsed: Parsed): Name[] {
  if (!isSyntaxNode(node)) return [];
  switch (node.type) {
    case "VariableDeclaration":
      return (node.declarations as unknown[]).flatMap((declarator) => declared(declarator, parsed));
    case "VariableDeclarator":
      return bound(node.id, parsed).map((name) => ({
        ...name,
        component: isFunction(node.init) && /^[A-Z]/.test(name.text),
      }));
    case "FunctionDeclaration":
      return named(node.identifier, parsed).map((name) => ({ ...name, component: /^[A-Z]/.test(name.text) }));
    case "ClassDeclaration":
      return named(node.identifier, parsed);
    case "TsInterfaceDeclaration":
    case "TsTypeAliasDeclaration":
      return named(node.id, parsed);
    default:
      return [];
  }
}

/** Names a binding pattern introduces, nested ones included. */
function bound(pattern: unknown, parsed: Parsed): Name[] {
  if (!isSyntaxNode(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return named(pattern, parsed);
    case "AssignmentPattern":
      return bound(pattern.left, parsed);
    case "RestElement":
      return bound(pattern.argument, parsed);
    case "ArrayPattern":
      return (pattern.elements as unknown[]).flatMap((element) => bound(element, parsed));
    case "ObjectPattern":
      return (pattern.properties as SyntaxNode[]).flatMap((property) =>
        bound(
          property.type === "AssignmentPatternProperty"
            ? property.key
            : (property.value ?? property.argument),
          parsed,
        ),
      );
    default:
      return [];
  }
}

function named(node: unknown, parsed: Parsed): Name[] {
  if (!isSyntaxNode(node)) return [];
  const inner = node.type === "PrivateName" && isSyntaxNode(node.id) ? node.id : node;
  if (inner.type !== "Identifier" && inner.type !== "StringLiteral") {
    return typeof inner.value === "string"
      ? [{ text: inner.value, line: parsed.firstLine(inner), component: false }]
      : [];
  }
  return [{ text: String(inner.value), line: parsed.firstLine(inner), component: false }];
}

function isFunction(node: unknown): boolean {
  if (!isSyntaxNode(node)) return false;
  return ["ArrowFunctionExpression", "FunctionExpression", "CallExpression"].includes(node.type);
}
