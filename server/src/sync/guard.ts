// The guard: every frame that wants to change a map passes here before it touches the document.
// 1. It takes a frame whole or refuses it whole; it never rewrites one.
// 2. Rules run in the order of the lists, cheapest first; each has an id that the tests and docs/spec/sync.md use.
// 3. The first list needs only the bytes, so that a broken frame never costs a Y.Doc; the second needs the document.
// 4. `broken` marks what no honest client sends: the socket is closed. Everything else is answered with `refused`.
import { LIMITS, type RefusalCode } from "@trellis/shared/protocol/messages";
import { isRootName } from "@trellis/shared/schema/mapDoc";
import * as Y from "yjs";
import { type DecodedUpdate, decodeUpdate, newDeletes, newStructs } from "./decodedUpdate.ts";
import { isTooDeep } from "./guardDepth.ts";
import { isTooMany } from "./guardRoom.ts";
import type { WriteFrame } from "./wire.ts";

export interface Refusal {
  readonly rule: string;
  readonly code: RefusalCode;
  readonly broken: boolean;
}

/** `addsNothing`: the server has all of it already; there is nothing to apply. */
export type Verdict =
  | { readonly refused: Refusal }
  | { readonly refused?: undefined; readonly addsNothing: boolean };

const MAX_NEW = 20_000;
/** A full state sent again holds mostly what is known; reading it through is bounded all the same. */
const MAX_IN_STEP2 = 200_000;
const MAX_CLIENTS = 64;
const MAX_KEY = 128;
const KEYED_ROOTS: ReadonlySet<string> = new Set(["cards", "links", "map"]);
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const tooLarge = (rule: string): Refusal => ({ rule, code: "too_large", broken: false });
const malformed = (rule: string): Refusal => ({ rule, code: "malformed", broken: true });
const gap = (rule: string): Refusal => ({ rule, code: "gap", broken: false });

/** G1, before anything is decoded. */
export function checkSize(frame: WriteFrame): Refusal | null {
  const limit = frame.kind === "step2" ? LIMITS.firstSyncBytes : LIMITS.frameBytes;
  return frame.bytes.length > limit ? tooLarge("G1") : null;
}

/** G1 and G2: what the bytes alone tell. */
export function inspect(
  frame: WriteFrame,
): { refused: Refusal } | { refused?: undefined; update: DecodedUpdate } {
  const size = checkSize(frame);
  if (size) return { refused: size };
  const update = decodeUpdate(frame.bytes);
  if (update === null) return { refused: malformed("G2") };
  const most = frame.kind === "step2" ? MAX_IN_STEP2 : MAX_NEW;
  if (update.structs.length > most || update.deleteRanges > most) return { refused: tooLarge("G2") };
  return { update };
}

/** What the rules of the second list look at. */
interface Question {
  readonly update: DecodedUpdate;
  readonly doc: Y.Doc;
  readonly canEdit: boolean;
  readonly structs: number;
  readonly deletes: { readonly ranges: number; readonly beyond: boolean };
}

type Rule = (question: Question) => Refusal | null;

/** Who may not edit may not, whatever the frame holds. */
const readOnly: Rule = ({ canEdit }) => (canEdit ? null : { rule: "G0", code: "read_only", broken: false });

/** G2: how much is new. What the server knows already is not counted, so that a full state sent again passes. */
const amount: Rule = ({ update, doc, structs, deletes }) => {
  if (structs > MAX_NEW || deletes.ranges > MAX_NEW) return tooLarge("G2");
  let clients = 0;
  for (const [client, end] of update.ends) if (end > Y.getState(doc.store, client)) clients++;
  return clients > MAX_CLIENTS ? tooLarge("G2") : null;
};

/** G3: each client's structs follow what is known of it, without a hole. */
const contiguous: Rule = ({ update, doc }) => {
  let client = -1;
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) return gap("G3");
    if (struct.id.client === client) continue;
    client = struct.id.client;
    if (struct.id.clock > Y.getState(doc.store, client)) return gap("G3");
  }
  return null;
};

/** G5: everything it is attached to is known or comes with it; nothing may wait for a later update. */
const attached: Rule = ({ update, doc }) => {
  const has = (id: Y.ID | null): boolean =>
    id === null || id.clock < Math.max(Y.getState(doc.store, id.client), update.ends.get(id.client) ?? 0);
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const parent: unknown = struct.parent;
    if (!has(struct.origin) || !has(struct.rightOrigin)) return gap("G5");
    if (parent instanceof Y.ID && !has(parent)) return gap("G5");
  }
  return null;
};

/** G6: only the map's own roots; cards, links and settings hold nothing but keyed items. */
const knownRoots: Rule = ({ update }) => {
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const parent: unknown = struct.parent;
    if (typeof parent !== "string") continue;
    if (!isRootName(parent)) return malformed("G6");
    if (KEYED_ROOTS.has(parent) !== (struct.parentSub !== null)) return malformed("G6");
  }
  return null;
};

/** G7: keys are short and reach no prototype; nothing is nested deeper than the reader goes. */
const keysAndDepth: Rule = ({ update, doc }) => {
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item) || struct.parentSub === null) continue;
    if (struct.parentSub.length > MAX_KEY || PROTOTYPE_NAMES.has(struct.parentSub)) return malformed("G7");
  }
  return isTooDeep(update.structs, doc) ? malformed("G7") : null;
};

/** G8: a map holds no more cards and links than a file may. */
const room: Rule = ({ update, doc }) =>
  isTooMany(update, doc) ? { rule: "G8", code: "map_full", broken: false } : null;

/** G9: deletes reach only what is known or comes with them. */
const knownDeletes: Rule = ({ deletes }) => (deletes.beyond ? gap("G9") : null);

const RULES: readonly Rule[] = [
  readOnly,
  amount,
  contiguous,
  attached,
  knownRoots,
  keysAndDepth,
  room,
  knownDeletes,
];

/**
 * Judges an inspected update against the document it would change. The document is not touched. `canEdit` is what
 * the writer may do now, not what they could when they connected.
 */
export function guard(update: DecodedUpdate, canEdit: boolean, doc: Y.Doc): Verdict {
  const structs = newStructs(update, (client) => Y.getState(doc.store, client));
  const deletes = newDeletes(update, doc);
  if (structs === 0 && deletes.ranges === 0) return { addsNothing: true };
  const question: Question = { update, doc, canEdit, structs, deletes };
  for (const rule of RULES) {
    const refused = rule(question);
    if (refused) return { refused };
  }
  return { addsNothing: false };
}

/** G10, after an update was applied: true when something was left waiting for what may never come. */
export const leftPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** What the person is told. The text stays with them, so each sentence says what to do with it. */
export const REFUSAL_SENTENCES: Readonly<Record<RefusalCode, string>> = {
  read_only: "You can read this map but not change it. Ask its owner for a link that lets you edit.",
  too_large: "This change is too large to take in one piece. Make it in smaller parts.",
  map_full:
    "The map is full: it holds 10,000 cards and 50,000 links at most. Remove some, or begin another map.",
  malformed: "This change could not be read. Reload the page and make it again.",
  gap: "This change builds on changes that have not arrived. Reload the page and make it again.",
  foreign: "This change carries someone else's mark. Reload the page and make it again.",
};
