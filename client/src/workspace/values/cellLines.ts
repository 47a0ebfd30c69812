/**
 * Text from a spreadsheet or a CSV file as rows of cells. Pure. Tabs part cells where there are any, else semicolons,
 * else commas; quoted cells may hold anything, line breaks and doubled quotes included.
 */

/**
 * True for a text that is more than one cell, so that pasting one word stays pasting one word. Only in a text known to
 * come from cells, `isSheet`, are line ends after the first closing one empty cells.
 */
export const isBlock = (text: string, isSheet = false): boolean =>
  /[\t\n\r]/.test(text.replace(isSheet ? /(?:\r\n?|\n)$/ : /[\r\n]+$/, ""));

/**
 * Every row, in its place; the line end that closes a text begins none. `delimiter` for a text known to come from a
 * spreadsheet: one column of it holds no tab, and its commas are no columns.
 */
export function cellRows(text: string, delimiter?: "\t"): string[][] {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  return parse(plain.replace(/\n$/, ""), delimiter ?? delimiterOf(plain));
}

const GROUPED_NUMBER = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

function delimiterOf(text: string): string | null {
  if (text.includes("\t")) return "\t";
  const unquoted = text.replace(/"(?:[^"]|"")*"/g, "");
  if (unquoted.includes(";")) return ";";
  if (!unquoted.includes(",")) return null;
  // A list of numbers such as 12,500 is one column; commas inside sentences are no columns either.
  const lines = unquoted.split("\n").filter((line) => line.trim() !== "");
  if (lines.every((line) => GROUPED_NUMBER.test(line.trim()))) return null;
  const counts = new Set(lines.map((line) => line.split(",").length));
  return counts.size === 1 || text !== unquoted ? "," : null;
}

function parse(text: string, delimiter: string | null): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "" && closes(text, at, delimiter)) {
      quoted = true;
      cell = "";
    } else if (sign === delimiter) endCell();
    else if (sign === "\n") endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

/** A quote opens a cell only if another closes it at the cell's end: an inch sign is no reason to swallow the rest. */
function closes(text: string, from: number, delimiter: string | null): boolean {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) !== '"') continue;
    if (text.charAt(at + 1) === '"') {
      at++;
      continue;
    }
    const next = text.slice(at + 1).match(/^ *(.?)/s)?.[1] ?? "";
    return next === "" || next === "\n" || next === delimiter;
  }
  return false;
}
