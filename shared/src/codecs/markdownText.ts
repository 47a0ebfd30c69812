/**
 * Text inside Markdown. What a person typed never becomes a heading, a table, a link or HTML: marks are escaped, line
 * ends become spaces. Rich text keeps the structure that its editor gave it, and nothing else.
 */
import type { Body, BodyNode } from "../schema/body.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are taken out because no document should hold them.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** One line of plain text, safe anywhere inside a line. */
export const inline = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROL, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]#|~&]/g, "\\$&")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");

/** Safe at the start of a line too, where `-`, `+`, `=` and `1.` would open a list or underline a heading. */
const startOfLine = (line: string): string =>
  line.replace(/^([-+=])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2");

/** The paragraphs of a long text field. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => startOfLine(inline(line)))
    .filter((line) => line !== "");

/** Blocks of rich text, each one or more lines, to be parted by empty lines. */
export const bodyBlocks = (body: Body): string[] => (body.content ?? []).flatMap((node) => block(node));

function block(node: BodyNode): string[] {
  switch (node.type) {
    case "heading": {
      const words = runs(node);
      return words === "" ? [] : [`**${words.replaceAll("**", "")}**`];
    }
    case "bulletList":
      return items(node, () => "- ");
    case "orderedList": {
      const first = typeof node.attrs?.start === "number" ? Math.max(0, Math.trunc(node.attrs.start)) : 1;
      return items(node, (index) => `${first + index}. `);
    }
    case "blockquote":
      return [
        (node.content ?? [])
          .flatMap(block)
          .join("\n\n")
          .split("\n")
          .map((line) => `> ${line}`.trimEnd())
          .join("\n"),
      ];
    case "codeBlock":
      return [fenced((node.content ?? []).map((child) => child.text ?? "").join(""))];
    case "horizontalRule":
      return ["---"];
    default: {
      const words = startOfLine(runs(node));
      return words === "" ? [] : [words];
    }
  }
}

function items(list: BodyNode, mark: (index: number) => string): string[] {
  const lines = (list.content ?? []).map((item, index) => {
    const sign = mark(index);
    const inner = (item.content ?? []).flatMap(block).join("\n\n");
    return `${sign}${indented(inner, sign.length).trimStart()}`;
  });
  return lines.length === 0 ? [] : [lines.join("\n")];
}

/** Moves every line to the right; empty lines stay empty. */
export const indented = (text: string, by: number): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? "" : `${" ".repeat(by)}${line}`))
    .join("\n");

function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${code.toWellFormed().replace(CONTROL, "")}\n${fence}`;
}

/** The words of a block with their marks, on one line. */
function runs(node: BodyNode): string {
  return (node.content ?? [])
    .map((child) => {
      if (child.type === "hardBreak") return " ";
      if (child.type === "text") return marked(child);
      return runs(child);
    })
    .join("")
    .replace(/ {2,}/g, " ")
    .trim();
}

const SIGNS: Readonly<Record<string, string>> = { bold: "**", italic: "*", strike: "~~" };

function marked(node: BodyNode): string {
  const text = node.text ?? "";
  const words = inline(text);
  if (words === "") return text === "" ? "" : " ";
  // A mark must touch the words it belongs to; the spaces around them stay outside.
  const [before, after] = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
  let result = words;
  for (const mark of node.marks ?? []) {
    const sign = Object.hasOwn(SIGNS, mark.type) ? SIGNS[mark.type] : undefined;
    if (sign) result = `${sign}${result}${sign}`;
    else if (mark.type === "link" && typeof mark.attrs?.href === "string") {
      result = `[${result}](${address(mark.attrs.href)})`;
    }
  }
  return before + result + after;
}

/** An address between angle brackets, where only these characters could end it early. */
export const address = (href: string): string =>
  `<${href
    .toWellFormed()
    .replace(CONTROL, "")
    .replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>`;
