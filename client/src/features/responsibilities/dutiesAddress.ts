/**
 * What this view alone keeps in the address: `?by=sector&phase=s1&part=levels&rows=gaps`. What goes without saying is
 * left out, a value that is none is read as the first choice, and other keys are not touched. Pure.
 */
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import type { CardId } from "@trellis/shared/schema/ids";
import { cardIn, chosen, named, unlessFirst, withChoices } from "../../workspace/addressChoices.ts";

export const GROUPINGS = ["level", "sector"] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const PARTS = ["matrix", "levels"] as const;
export type Part = (typeof PARTS)[number];

/** What the matrix is narrowed to; `answers` are the cards that one actor answers for. */
export type Narrowing =
  | { readonly kind: "gaps" | "clashes" | "norole" }
  | { readonly kind: "answers"; readonly actor: CardId };

export interface DutiesAddress {
  readonly by: Grouping;
  /** The id of a phase, `EVERY_PHASE`, or "" for those that count today. */
  readonly phase: string;
  readonly part: Part;
  readonly rows: Narrowing | null;
}

const ALL = "all";
const ANSWERS = "answers:";

export function readDuties(search: string): DutiesAddress {
  const params = new URLSearchParams(search);
  const phase = params.get("phase");
  return {
    by: chosen(GROUPINGS, params.get("by")),
    phase: phase === ALL ? EVERY_PHASE : (cardIn(phase) ?? ""),
    part: chosen(PARTS, params.get("part")),
    rows: readNarrowing(params.get("rows")),
  };
}

function readNarrowing(text: string | null): Narrowing | null {
  const kind = named(["gaps", "clashes", "norole"], text);
  if (kind) return { kind };
  const actor = text?.startsWith(ANSWERS) ? cardIn(text.slice(ANSWERS.length)) : null;
  return actor && { kind: "answers", actor };
}

export const narrowingText = (rows: Narrowing | null): string =>
  rows === null ? "" : rows.kind === "answers" ? `${ANSWERS}${rows.actor}` : rows.kind;

/** `search` with these choices written into it. */
export function writeDuties(search: string, { by, phase, part, rows }: DutiesAddress): string {
  return withChoices(search, {
    by: unlessFirst(GROUPINGS, by),
    phase: phase === EVERY_PHASE ? ALL : phase,
    part: unlessFirst(PARTS, part),
    rows: narrowingText(rows),
  });
}
