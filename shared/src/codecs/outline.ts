/**
 * An indented list of titles, as people type it, keep it in a spreadsheet, or paste it from a mail: one line is one
 * card, a line set in further is part of the one above it. Nothing that was written is left out: what is no title,
 * or too long for one, becomes the card's text.
 */
import { type MissionTree, missionTree, parentOf } from "../derive/tree.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { Body } from "../schema/body.ts";
import { HOMED_TYPES, LANED_TYPES } from "../schema/cardTypes.ts";
import type { CopiedCards } from "../schema/copiedCards.ts";
import type { CardType, Level } from "../schema/enums.ts";
import { TITLE_TEXT } from "../schema/fields.ts";
import type { CardId } from "../schema/ids.ts";
import type { FileCard, FileLink } from "../schema/mapFile.ts";
import { CLIPBOARD_LIMITS } from "./clipboard.ts";

export interface OutlineLine {
  readonly title: string;
  /** Lines this one stands below; 0 for a line of its own. */
  readonly depth: number;
  /** What else stood in the line: further columns, or the whole of a long title. */
  readonly rest: string;
}

export type DecodedOutline =
  | { readonly lines: readonly OutlineLine[]; readonly problem?: undefined }
  | { readonly lines?: undefined; readonly problem: "too_large" | "empty" };

/** Titles of cards as an outline, each below its home when that is among them. Tabs set in: columns of a spreadsheet. */
export function encodeOutline(
  snapshot: MapSnapshot,
  cards: ReadonlySet<CardId>,
  untitled: (type: CardType) => string,
): string {
  const chosen = new Map([...snapshot.cards].filter(([id]) => cards.has(id)));
  const tree = missionTree(chosen);
  const inTree = new Set(tree.all);
  const others = [...chosen.keys()].filter((id) => !inTree.has(id));
  return [...tree.all, ...others]
    .map((id) => {
      const { title, type } = chosen.get(id) ?? { title: "", type: "note" as const };
      return `${"\t".repeat(depthIn(tree, id))}${title.replace(/\s+/g, " ").trim() || untitled(type)}`;
    })
    .join("\n");
}

function depthIn(tree: MissionTree, id: CardId): number {
  let depth = 0;
  for (let at = parentOf(tree, id); at !== null; at = parentOf(tree, at)) depth++;
  return depth;
}

/** Reads lines of text. Bullets, numbers and the quotes of a spreadsheet are not part of a title. */
export function decodeOutline(text: string): DecodedOutline {
  if (text.length > CLIPBOARD_LIMITS.characters) return { problem: "too_large" };
  const rows = (text.includes("\t") ? spreadsheetRows(text) : text.split(/\r\n|\r|\n/))
    .map((row) => row.toWellFormed())
    .filter((row) => row.trim() !== "");
  if (rows.length === 0) return { problem: "empty" };
  if (rows.length > CLIPBOARD_LIMITS.cards) return { problem: "too_large" };
  const open: number[] = [];
  const lines = rows.map((row) => {
    const indent = widthOf(/^\s*/.exec(row)?.[0] ?? "");
    while (open.length > 0 && (open.at(-1) as number) >= indent) open.pop();
    const depth = open.length;
    open.push(indent);
    return outlineLine(row.trim(), depth);
  });
  return { lines };
}

/** A tab counts as four spaces. */
const widthOf = (space: string): number =>
  [...space].reduce((width, letter) => width + (letter === "\t" ? 4 : 1), 0);

function outlineLine(row: string, depth: number): OutlineLine {
  const [first = "", ...further] = row.split("\t");
  const words = first
    .replace(/^(?:[-*•–·▪]|\d{1,3}[.)])\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
  const columns = further.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (words.length <= TITLE_TEXT) return { title: words, depth, rest: columns.join("\n") };
  const cut = words.slice(0, TITLE_TEXT - 1).trimEnd();
  return { title: `${cut.toWellFormed()}…`, depth, rest: [words, ...columns].join("\n") };
}

/** A spreadsheet puts a cell that holds line breaks or quotes into quotes; inside, a line break is a space. */
function spreadsheetRows(text: string): string[] {
  const rows: string[] = [];
  let row = "";
  let quoted = false;
  let cellStart = true;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') {
        row += '"';
        at++;
      } else if (letter === '"') quoted = false;
      else row += letter === "\n" || letter === "\t" ? " " : letter === "\r" ? "" : letter;
    } else if (letter === '"' && cellStart && closes(text, at)) quoted = true;
    else if (letter === "\n" || letter === "\r") {
      rows.push(row);
      row = "";
    } else row += letter;
    cellStart = !quoted && (letter === "\t" || letter === "\n" || letter === "\r");
  }
  rows.push(row);
  return rows;
}

/** Whether the quote at `start` ends right before a cell's end; a lone quote is just a quote. */
function closes(text: string, start: number): boolean {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return text[at + 1] === undefined || /[\t\r\n]/.test(text[at + 1] as string);
  }
  return false;
}

export interface OutlinePlace {
  /** Type of the lines that stand below no other. */
  readonly type: CardType;
  readonly level: Level | null;
  /** Home of those lines, a card of this map. */
  readonly home: CardId | null;
}

/** What a card of this type holds, or null when nothing can be part of it. */
export const typeBelow = (type: CardType): CardType | null =>
  type === "mission" ? "challenge" : type === "challenge" || type === "project" ? "project" : null;

const bodyOf = (text: string): Body => ({
  type: "doc",
  content: text
    .split("\n")
    .map((line) => ({ type: "paragraph", content: [{ type: "text", text: line.trim() }] })),
});

/** The lines as cards to be pasted on `map`. A line below one that can hold nothing stands beside it, and is counted. */
export function outlineCards(
  lines: readonly OutlineLine[],
  place: OutlinePlace,
  map: string,
): { readonly copied: CopiedCards; readonly flattened: number } {
  const cards: FileCard[] = [];
  const links: FileLink[] = [];
  const outside: FileLink[] = [];
  const open: { readonly id: CardId; readonly type: CardType }[] = [];
  let flattened = 0;
  for (const [index, { title, depth, rest }] of lines.entries()) {
    open.length = Math.min(open.length, depth);
    const parent = open.at(-1);
    const below = parent && typeBelow(parent.type);
    const type = parent ? (below ?? parent.type) : place.type;
    const id = `line-${index + 1}` as CardId;
    if (parent && below) links.push({ type: "part_of", from: id, to: parent.id });
    else if (parent) flattened++;
    else if (place.home !== null && HOMED_TYPES.has(type))
      outside.push({ type: "part_of", from: id, to: place.home });
    cards.push({
      id,
      type,
      title,
      ...(place.level && LANED_TYPES.has(type) ? { level: place.level } : {}),
      ...(rest === "" ? {} : { description: bodyOf(rest) }),
    });
    open.push({ id, type });
  }
  return { copied: { map, cards, links, outside, sources: new Map() }, flattened };
}
