/** Titles drawn on a canvas: broken into lines, smaller when a word would not fit. */
import { FONT } from "./drawing.ts";
import type { Rect } from "./geometry.ts";

export interface SetTitle {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly height: number;
}

const LEADING = 1.12;

/** Breaks a title into lines of this width. */
export function setTitle(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
  wanted: number,
): SetTitle {
  const pad = wanted * 0.45;
  const room = width - 2 * pad;
  const words = text.split(/\s+/).filter((word) => word !== "");
  context.font = titleFont(wanted);
  const longest = Math.max(1, ...words.map((word) => context.measureText(word).width));
  const fontSize = Math.min(wanted, (wanted * room) / longest);
  context.font = titleFont(fontSize);
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return { lines, fontSize, height: lines.length * fontSize * LEADING + 2 * pad };
}

/** Scripts that a line may break within: their words need not stay whole. */
const BREAKS_ANYWHERE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const MEASURED_PX = 100;
/** The font may still be on its way when the first cards show. */
const SPARE = 1.05;
let measuring: CanvasRenderingContext2D | null = null;

/** Width of the longest word that must stay whole, in units of the type size. */
export function longestWord(text: string): number {
  measuring ??= document.createElement("canvas").getContext("2d");
  if (!measuring) return 0;
  measuring.font = `640 ${MEASURED_PX}px ${FONT}`;
  let longest = 0;
  for (const word of text.split(/\s+|(?<=[-/])/u)) {
    if (BREAKS_ANYWHERE.test(word)) continue;
    longest = Math.max(longest, measuring.measureText(word).width);
  }
  return (longest / MEASURED_PX) * SPARE;
}

const titleFont = (size: number): string => `600 ${size}px ${FONT}`;

/** Draws a title that was set, around the middle of its box; lines beyond the box are left out. */
export function drawTitle(
  context: CanvasRenderingContext2D,
  title: SetTitle,
  rect: Rect,
  colour: string,
): void {
  const step = title.fontSize * LEADING;
  const most = Math.max(1, Math.floor(rect.height / step));
  const lines = title.lines.slice(0, most);
  if (lines.length < title.lines.length) lines[most - 1] += "…";
  context.font = titleFont(title.fontSize);
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  const top = rect.y + rect.height / 2 - ((lines.length - 1) * step) / 2;
  lines.forEach((line, index) => {
    context.fillText(line, rect.x + title.fontSize * 0.45, top + index * step);
  });
}
