/**
 * The words inside an update, so that what the server refused is not lost. An update that cannot be applied can still
 * be read item by item; what counts is what a person typed, so ids, keys and listed values are left out.
 */

import { isDate } from "@trellis/shared/schema/checkValue";
import { CARD_TYPES, ENUMS } from "@trellis/shared/schema/enums";
import { LINK_TYPES } from "@trellis/shared/schema/linkTypes";
import * as Y from "yjs";

const LISTED: ReadonlySet<string> = new Set<string>([
  ...CARD_TYPES,
  ...LINK_TYPES,
  ...Object.values(ENUMS).flat(),
]);
/** Keys whose strings are ids or order, not words. */
const NOT_WORDS: ReadonlySet<string> = new Set(["id", "type", "home", "order", "from", "to", "pos", "phase"]);

function wordsIn(value: unknown, into: string[]): void {
  if (typeof value === "string") {
    if (value.trim() !== "" && !LISTED.has(value) && !isDate(value)) into.push(value);
  } else if (Array.isArray(value)) {
    for (const entry of value) wordsIn(entry, into);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) if (!NOT_WORDS.has(key)) wordsIn(entry, into);
  }
}

/** One line per text found, in the order written; runs of typed letters are put together. */
export function readableText(update: Uint8Array): string[] {
  const lines: string[] = [];
  let run = "";
  const endRun = () => {
    if (run.trim() !== "") lines.push(run);
    run = "";
  };
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { content } = struct;
    if (content instanceof Y.ContentString) {
      run += content.str;
      continue;
    }
    endRun();
    if (struct.parentSub !== null && NOT_WORDS.has(struct.parentSub)) continue;
    if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) wordsIn(content.arr, lines);
  }
  endRun();
  return lines;
}
