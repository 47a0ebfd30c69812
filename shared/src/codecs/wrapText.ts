/**
 * Breaks text into lines without a browser. Widths are those of the product's typeface in rough classes, a little on the
 * wide side: a line may end early, but does not run out of its card.
 */

/** Width of one character in em, at ordinary weight. */
function characterWidth(character: string): number {
  if (/[iljtfrI.,:;'’|!()[\]-]/.test(character)) return 0.36;
  if (/[mwMW@%—…]/.test(character)) return 0.9;
  if (/[A-Z0-9&]/.test(character)) return 0.66;
  if (character === " ") return 0.27;
  // Ideographs, kana, hangul and emoji fill a whole square.
  return (character.codePointAt(0) ?? 0) >= 0x1100 ? 1 : 0.57;
}

/** Widths already worked out, by character: a large map asks some hundred thousand times. */
const known = new Map<string, number>();

function widthOf(character: string): number {
  let width = known.get(character);
  if (width === undefined) {
    width = characterWidth(character);
    if (known.size < 4096) known.set(character, width);
  }
  return width;
}

/** Width of a line in canvas units. `bold` for the titles of cards. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * fontSize * (bold ? 1.05 : 1);
}

/** At most `lines` lines no wider than `width`; what does not fit ends in an ellipsis. Spaces and line ends count alike. */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
  lines: number,
  bold = false,
): string[] {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== "")
    .flatMap((word) => brokenWord(word, width, fontSize, bold));
  const result: string[] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize, bold) <= width) {
      line = longer;
      continue;
    }
    if (result.length === lines - 1) {
      result.push(withEllipsis(`${line} ${words[index] ?? ""}`, width, fontSize, bold));
      return result;
    }
    result.push(line);
    line = word;
  }
  if (line !== "") result.push(line);
  return result;
}

/** A word wider than a line, in pieces that fit. */
function brokenWord(word: string, width: number, fontSize: number, bold: boolean): string[] {
  if (textWidth(word, fontSize, bold) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && textWidth(piece + character, fontSize, bold) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
    // Nobody reads more of a word than this on a card, and a title is short.
    if (pieces.length > 20) break;
  }
  return [...pieces, piece];
}

function withEllipsis(text: string, width: number, fontSize: number, bold: boolean): string {
  let shown = [...text.trim()];
  while (shown.length > 0 && textWidth(`${shown.join("")}…`, fontSize, bold) > width)
    shown = shown.slice(0, -1);
  return `${shown.join("").trimEnd()}…`;
}
