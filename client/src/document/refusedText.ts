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

/** Values that a later edit of the same key replaced: each keystroke in a field writes the field whole. */
function replacedValues(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const struct of structs) {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny && struct.origin)
      replaced.add(`${struct.origin.client}:${struct.origin.clock}`);
  }
  return replaced;
}

/** One line per text found, in the order written; runs of typed letters are put together. */
export function readableText(updates: readonly Uint8Array[]): string[] {
  if (updates.length === 0) return [];
  const lines: string[] = [];
  let run = "";
  const endRun = () => {
    if (run.trim() !== "") lines.push(run);
    run = "";
  };
  const { structs } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  const replaced = replacedValues(structs);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { content, lastId } = struct;
    if (content instanceof Y.ContentString) {
      run += content.str;
      continue;
    }
    endRun();
    if (struct.parentSub !== null && NOT_WORDS.has(struct.parentSub)) continue;
    if (replaced.has(`${lastId.client}:${lastId.clock}`)) continue;
    if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) wordsIn(content.arr, lines);
  }
  endRun();
  return lines;
}
