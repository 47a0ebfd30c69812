/**
 * Asking things of a map. A question is a pure function of other questions' answers; at the bottom stand sources, which
 * read the snapshot. An answer is kept until something it was worked out from has changed.
 * 1. A question reads only through `ask`: what it read is what decides whether its answer still holds.
 * 2. An answer that means the same as before keeps its identity, so everything above it still holds as well.
 * 3. Keeping is invisible: the same snapshot and context give the same answer, whatever was asked before.
 */
import type { MapSnapshot } from "../read/snapshot.ts";
import type { CardId } from "../schema/ids.ts";
import type { Stance } from "../schema/stance.ts";

/** What a map does not hold itself. What is left out is "not known". */
export interface Context {
  /** The day for which is asked, `2026-01-31`. */
  readonly today: string;
  /** The day on which each card was last edited or confirmed. */
  readonly lastReviewed?: ReadonlyMap<CardId, string>;
  /** The day on which each mission's last report was published. */
  readonly lastReported?: ReadonlyMap<CardId, string>;
  /** Where actors stand; only for people who may see it. */
  readonly stance?: readonly Stance[];
}

type Same<Value> = (before: Value, now: Value) => boolean;

// `same` is written as a method so that a question about cards may stand where any question is taken.
interface Source<Value> {
  /** What is read; as long as it is the very same, it is not read again. */
  readonly part: (snapshot: MapSnapshot, context: Context) => unknown;
  readonly read: (part: never) => Value;
  same?(before: Value, now: Value): boolean;
}
interface Derived<Value> {
  readonly work: (ask: Ask, argument: string) => Value;
  same?(before: Value, now: Value): boolean;
}
export type Question<Value> = Source<Value> | Derived<Value>;

/** Answers a question; some take an argument, such as the id of a mission. */
export type Ask = <Value>(question: Question<Value>, argument?: string) => Value;

/** A question about one part of the snapshot or the context. `same` says when a fresh answer means the same as before. */
export const source = <Part, Value>(
  part: (snapshot: MapSnapshot, context: Context) => Part,
  read: (part: Part) => Value,
  same?: Same<Value>,
): Question<Value> => (same ? { part, read, same } : { part, read });

/** A question whose answer follows from others. It must be pure and must not ask itself, directly or around corners. */
export const question = <Value>(work: Derived<Value>["work"], same?: Same<Value>): Question<Value> =>
  same ? { work, same } : { work };

interface Read {
  readonly question: Question<unknown>;
  readonly argument: string;
  readonly value: unknown;
}
interface Entry {
  readonly value: unknown;
  readonly reads: readonly Read[];
  /** What a source read; undefined for what was worked out. */
  readonly part: unknown;
  /** The reading for which the value is known to hold. */
  holdsFor: Reading;
}
type Memory = Map<Question<unknown>, Map<string, Entry>>;

/** Answers of one question kept at once, each for another argument: far more than a map has missions or lenses. */
const ARGUMENTS_KEPT = 500;

/** One snapshot in one context, with the memory of the snapshots before it. */
class Reading {
  readonly snapshot: MapSnapshot;
  readonly context: Context;
  readonly memory: Memory;

  constructor(snapshot: MapSnapshot, context: Context, memory: Memory) {
    this.snapshot = snapshot;
    this.context = context;
    this.memory = memory;
  }

  readonly ask: Ask = <Value>(asked: Question<Value>, argument = ""): Value => {
    const kept = this.memory.get(asked) ?? new Map<string, Entry>();
    this.memory.set(asked, kept);
    const before = kept.get(argument);
    if (before?.holdsFor === this) return before.value as Value;
    if (before && this.#stillHolds(asked, before)) {
      before.holdsFor = this;
      return before.value as Value;
    }
    const { value: fresh, reads, part } = this.#workOut(asked, argument);
    const value = before && asked.same?.(before.value as Value, fresh) ? (before.value as Value) : fresh;
    if (kept.size >= ARGUMENTS_KEPT) kept.clear();
    kept.set(argument, { value, reads, part, holdsFor: this });
    return value;
  };

  #workOut<Value>(asked: Question<Value>, argument: string): { value: Value; reads: Read[]; part: unknown } {
    if ("read" in asked) {
      const part = asked.part(this.snapshot, this.context);
      return { value: asked.read(part as never), reads: [], part };
    }
    const reads: Read[] = [];
    const listen: Ask = (inner, innerArgument = "") => {
      const value = this.ask(inner, innerArgument);
      reads.push({ question: inner, argument: innerArgument, value });
      return value;
    };
    return { value: asked.work(listen, argument), reads, part: undefined };
  }

  /** What was read is asked again in its order: a later one may only have been asked because of an earlier one. */
  #stillHolds(asked: Question<unknown>, entry: Entry): boolean {
    if ("read" in asked) return Object.is(asked.part(this.snapshot, this.context), entry.part);
    return entry.reads.every((read) => Object.is(this.ask(read.question, read.argument), read.value));
  }
}

/** Maps remembered at once; a tab shows one, a server works through many. */
const MAPS_KEPT = 4;
/** Kept readings, the last asked first. */
let recent: readonly Reading[] = [];

const sameContext = (one: Context, other: Context): boolean =>
  one.today === other.today &&
  one.lastReviewed === other.lastReviewed &&
  one.lastReported === other.lastReported &&
  one.stance === other.stance;

/** Snapshots of one map share what an edit did not touch. */
const follows = (one: MapSnapshot, other: MapSnapshot): boolean =>
  one.cards === other.cards || one.links === other.links || one.settings === other.settings;

/** How to ask things of a map as it is. Cheap when little has changed since it was last asked. */
export function asking(snapshot: MapSnapshot, context: Context): Ask {
  const known = recent.find((one) => one.snapshot === snapshot && sameContext(one.context, context));
  const before = known ?? recent.find((one) => follows(one.snapshot, snapshot));
  const reading = known ?? new Reading(snapshot, context, before?.memory ?? new Map());
  recent = [reading, ...recent.filter((one) => one !== before)].slice(0, MAPS_KEPT);
  return reading.ask;
}

/** The answer to one question about a map. */
export const answer = <Value>(
  asked: Question<Value>,
  snapshot: MapSnapshot,
  context: Context,
  argument = "",
): Value => asking(snapshot, context)(asked, argument);
