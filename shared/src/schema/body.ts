/**
 * Rich text as JSON, in the shape ProseMirror uses, and between JSON and the shared fragment.
 * Only listed elements and marks pass, in both directions, so a file can bring in nothing the editor does not know.
 */
import * as Y from "yjs";

export interface BodyMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}
export interface BodyNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly text?: string;
  readonly marks?: readonly BodyMark[];
}
/** A whole text: `{type: "doc", content: [...]}`. */
export type Body = BodyNode & { readonly type: "doc" };

/** Elements and the attributes each may carry. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  paragraph: [],
  heading: ["level"],
  bulletList: [],
  orderedList: ["start"],
  listItem: [],
  blockquote: [],
  codeBlock: ["language"],
  horizontalRule: [],
  hardBreak: [],
};
const MARKS: Readonly<Record<string, readonly string[]>> = {
  bold: [],
  italic: [],
  underline: [],
  strike: [],
  code: [],
  link: ["href"],
};
const DEPTH_LIMIT = 32;
/** Longest rich text, in characters; an import or a paste above it is refused. */
export const TEXT_LIMIT = 1_000_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  (typeof value === "string" && value.length <= 2000);

function keptAttributes(allowed: readonly string[], attrs: unknown): Record<string, unknown> | undefined {
  if (!isRecord(attrs)) return undefined;
  const kept = allowed.filter(
    (name) => attrs[name] !== undefined && attrs[name] !== null && isPlain(attrs[name]),
  );
  if (kept.length === 0) return undefined;
  return Object.fromEntries(kept.map((name) => [name, attrs[name]]));
}

const isSafeLink = (href: unknown): boolean => typeof href === "string" && /^(https?:|mailto:)/i.test(href);

function keptMarks(marks: unknown): BodyMark[] {
  if (!Array.isArray(marks)) return [];
  return marks.flatMap((mark): BodyMark[] => {
    if (!isRecord(mark) || typeof mark.type !== "string" || !Object.hasOwn(MARKS, mark.type)) return [];
    const attrs = keptAttributes(MARKS[mark.type] ?? [], mark.attrs);
    if (mark.type === "link" && !isSafeLink(attrs?.href)) return [];
    return [attrs ? { type: mark.type, attrs } : { type: mark.type }];
  });
}

/** Whether a value from outside is a text that `writeBody` would keep whole. Returns the first reason if not. */
export function bodyMisfit(value: unknown): string | null {
  let length = 0;
  const visit = (node: unknown, depth: number): string | null => {
    if (depth > DEPTH_LIMIT) return "nested too deeply";
    if (!isRecord(node)) return "not an element";
    if (node.type === "text") {
      if (typeof node.text !== "string") return "text without words";
      length += node.text.length;
      if (length > TEXT_LIMIT) return "too long";
      return null;
    }
    if (depth > 0 && (typeof node.type !== "string" || !Object.hasOwn(ELEMENTS, node.type)))
      return "unknown element";
    if (node.content === undefined) return null;
    if (!Array.isArray(node.content)) return "not an element";
    for (const child of node.content) {
      const found = visit(child, depth + 1);
      if (found) return found;
    }
    return null;
  };
  if (!isRecord(value) || value.type !== "doc") return "not a text";
  return visit(value, 0);
}

/** Fills an empty fragment. Must run inside an edit. */
export function writeBody(fragment: Y.XmlFragment, body: Body): void {
  const children = (body.content ?? []).flatMap((node) => toShared(node));
  if (children.length > 0) fragment.insert(0, children);
}

function toShared(node: BodyNode): (Y.XmlElement | Y.XmlText)[] {
  if (node.type === "text") return [sharedText([node])];
  if (!Object.hasOwn(ELEMENTS, node.type)) return [];
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(keptAttributes(ELEMENTS[node.type] ?? [], node.attrs) ?? {})) {
    // The element's type says string; the editor's binding stores numbers and reads them back as numbers.
    element.setAttribute(name, value as string);
  }
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: BodyNode[] = [];
  const endRun = () => {
    if (run.length > 0) children.push(sharedText(run));
    run = [];
  };
  for (const child of node.content ?? []) {
    if (child.type === "text") run.push(child);
    else {
      endRun();
      children.push(...toShared(child));
    }
  }
  endRun();
  if (children.length > 0) element.insert(0, children);
  return [element];
}

/** A run of text as one shared text, each piece with its marks as formats. */
function sharedText(run: readonly BodyNode[]): Y.XmlText {
  const shared = new Y.XmlText();
  shared.applyDelta(
    run
      .filter((piece) => typeof piece.text === "string" && piece.text !== "")
      .map((piece) => ({
        insert: piece.text,
        attributes: Object.fromEntries(keptMarks(piece.marks).map((mark) => [mark.type, mark.attrs ?? {}])),
      })),
  );
  return shared;
}

/** An editor leaves one behind when everything is deleted. */
const isEmptyParagraph = (node: BodyNode): boolean => node.type === "paragraph" && node.content === undefined;

/** Reads a fragment without changing it. A text without words reads as null: nothing is known. */
export function readBody(fragment: Y.XmlFragment): Body | null {
  const content = fragment.toArray().flatMap((child) => fromShared(child, 1));
  return content.every(isEmptyParagraph) ? null : { type: "doc", content };
}

function fromShared(child: Y.XmlElement | Y.XmlText | Y.XmlHook, depth: number): BodyNode[] {
  if (child instanceof Y.XmlText) return readText(child);
  if (!(child instanceof Y.XmlElement) || depth > DEPTH_LIMIT || !Object.hasOwn(ELEMENTS, child.nodeName))
    return [];
  const attrs = keptAttributes(ELEMENTS[child.nodeName] ?? [], child.getAttributes());
  const content = child.toArray().flatMap((inner) => fromShared(inner, depth + 1));
  return [
    {
      type: child.nodeName,
      ...(attrs ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    },
  ];
}

function readText(shared: Y.XmlText): BodyNode[] {
  const delta = shared.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap((piece): BodyNode[] => {
    if (typeof piece.insert !== "string" || piece.insert === "") return [];
    const marks = keptMarks(
      Object.entries(piece.attributes ?? {}).map(([type, attrs]) => ({
        type: type.replace(/--.*$/, ""),
        attrs,
      })),
    );
    return [
      marks.length > 0 ? { type: "text", text: piece.insert, marks } : { type: "text", text: piece.insert },
    ];
  });
}
