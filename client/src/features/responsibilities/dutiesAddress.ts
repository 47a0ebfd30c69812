/**
 * What this view alone keeps in the address: `?by=sector&phase=s1&part=levels&rows=gaps`. What goes without saying is
 * left out, a value that is none is read as the first choice, and other keys are not touched. Pure.
 */
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import { type CardId, isId } from "@trellis/shared/schema/ids";

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

const named = <Value extends string>(values: readonly Value[], value: string | null): Value =>
  values.find((one) => one === value) ?? (values[0] as Value);

export function readDuties(search: string): DutiesAddress {
  const params = new URLSearchParams(search);
  const phase = params.get("phase") ?? "";
  return {
    by: named(GROUPINGS, params.get("by")),
    phase: phase === ALL ? EVERY_PHASE : isId(phase) ? phase : "",
    part: named(PARTS, params.get("part")),
    rows: readNarrowing(params.get("rows")),
  };
}

function readNarrowing(text: string | null): Narrowing | null {
  if (text === "gaps" || text === "clashes" || text === "norole") return { kind: text };
  const actor = text?.startsWith(ANSWERS) ? text.slice(ANSWERS.length) : null;
  return isId(actor) ? { kind: "answers", actor: actor as CardId } : null;
}

export const narrowingText = (rows: Narrowing | null): string =>
  rows === null ? "" : rows.kind === "answers" ? `${ANSWERS}${rows.actor}` : rows.kind;

/** `search` with these choices written into it. */
export function writeDuties(search: string, { by, phase, part, rows }: DutiesAddress): string {
  const params = new URLSearchParams(search);
  const put = (key: string, value: string, first: string) =>
    value === first ? params.delete(key) : params.set(key, value);
  put("by", by, GROUPINGS[0]);
  put("phase", phase === EVERY_PHASE ? ALL : phase, "");
  put("part", part, PARTS[0]);
  put("rows", narrowingText(rows), "");
  // Commas and colons may stand in an address as they are, and can then be read.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
