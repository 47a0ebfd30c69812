/** Marked texts that come and go with a step of undo, unless somebody has changed them since. */
import { sameJson } from "@trellis/shared/schema/mapDoc";
import type { BesideStep } from "../../document/besideSteps.ts";
import { type Draft, draftKey, draftOf, keepDrafts } from "../../workspace/values/draftStore.ts";

/** The text of a cell, by key; null forgets it. */
export type Mark = readonly [key: string, draft: Draft | null];

/** Marks of cells that got a value. */
export const unmarked = (row: string, columns: readonly string[]): Mark[] =>
  columns.map((column) => [draftKey(row, column), null]);

/** Brings these about (`forth`) and takes them back; null when they say what is there. */
export function markingStep(marks: readonly Mark[]): BesideStep | null {
  const moves = marks
    .map(([key, to]) => ({ key, from: draftOf(key), to }))
    .filter(({ from, to }) => !sameJson(from, to));
  if (moves.length === 0) return null;
  const bring = (one: "from" | "to", other: "from" | "to") =>
    keepDrafts(
      moves.flatMap((move): Mark[] =>
        sameJson(draftOf(move.key), move[one]) ? [[move.key, move[other]]] : [],
      ),
    );
  return { back: () => bring("to", "from"), forth: () => bring("from", "to") };
}
