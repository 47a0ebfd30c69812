/**
 * What this tab did beside the map, such as keeping a text that does not fit: taken back and done again in its place
 * among the steps of the map. It goes with the step it came with, or is a step of its own where nothing was written.
 * It is never part of the document, and does not outlive the step below it.
 */
import type { Transaction, UndoManager } from "yjs";

export interface BesideStep {
  readonly back: () => void;
  readonly forth: () => void;
}

interface Kept extends BesideStep {
  /** The step of the map it came with; alone, the one it came after. Null: before all of them. */
  readonly below: object | null;
  readonly alone: boolean;
}

type Way = "undo" | "redo";
const OTHER = { undo: "redo", redo: "undo" } as const;

/** An operation that wrote nothing is no step: there would be nothing to take back. */
export const hasWritten = ({ changed }: Transaction): boolean => changed.size > 0;

export class BesideSteps {
  readonly #manager: UndoManager;
  readonly #kept: Record<Way, Kept[]> = { undo: [], redo: [] };
  readonly #listeners = new Set<() => void>();

  constructor(manager: UndoManager) {
    this.#manager = manager;
    // Something new was done: there is nothing more to be done again.
    const edited = () => {
      if (!manager.undoing && !manager.redoing) this.#kept.redo = [];
    };
    manager.on("stack-item-added", edited);
    manager.on("stack-item-updated", edited);
  }

  /** `since` is what `last` said before the act: a step of the map made since then takes this one along. */
  add(step: BesideStep, since: object | null): void {
    const below = this.#top("undo");
    this.#kept.undo.push({ ...step, below, alone: this.last() === since });
    // What is written next is not part of the step below.
    this.#manager.stopCapturing();
    this.#tell();
  }

  can(way: Way): boolean {
    return this.#stack(way).length > 0 || this.#alone(way) !== null;
  }

  /** Stands for what undo would take back now; null when there is nothing. Compare it, do not read it. */
  last(): object | null {
    return this.#alone("undo") ?? this.#top("undo");
  }

  /** Takes one step back or does it again, its company along. False when there was one and nothing could be changed. */
  go(way: Way): boolean {
    const alone = this.#alone(way);
    if (alone) {
      this.#pass(way, [alone]);
      return true;
    }
    if (this.#stack(way).length === 0) return true;
    const before = new Set<object>(this.#stack(way));
    const done = this.#manager[way]() !== null;
    const left = new Set<object>(this.#stack(way));
    const gone = this.#kept[way].filter(({ below }) => below && before.has(below) && !left.has(below));
    this.#pass(way, gone);
    return done || gone.length > 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #pass(way: Way, steps: readonly Kept[]): void {
    this.#kept[way] = this.#kept[way].filter((one) => !steps.includes(one));
    const below = this.#top(OTHER[way]);
    for (const step of steps.toReversed()) {
      if (way === "undo") step.back();
      else step.forth();
      this.#kept[OTHER[way]].push({ ...step, below });
    }
    this.#tell();
  }

  #alone(way: Way): Kept | null {
    const step = this.#kept[way].at(-1);
    return step?.alone && step.below === this.#top(way) ? step : null;
  }

  #stack(way: Way): readonly object[] {
    return way === "undo" ? this.#manager.undoStack : this.#manager.redoStack;
  }

  #top(way: Way): object | null {
    return this.#stack(way).at(-1) ?? null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
