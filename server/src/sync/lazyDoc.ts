// The Y.Doc of a room, made by the first who needs it. Single flight: who asks while it is being made waits for it.
import type { LiveDoc } from "./liveDoc.ts";

type State =
  | { readonly kind: "none" }
  | { readonly kind: "loading"; readonly done: Promise<LiveDoc> }
  | { readonly kind: "live"; readonly live: LiveDoc };

export class LazyDoc {
  readonly #make: () => Promise<LiveDoc>;
  #state: State = { kind: "none" };

  constructor(make: () => Promise<LiveDoc>) {
    this.#make = make;
  }

  /** The document if it is here. */
  get live(): LiveDoc | null {
    return this.#state.kind === "live" ? this.#state.live : null;
  }

  load(): Promise<LiveDoc> {
    switch (this.#state.kind) {
      case "live":
        return Promise.resolve(this.#state.live);
      case "loading":
        return this.#state.done;
      case "none": {
        const done = this.#load();
        this.#state = { kind: "loading", done };
        return done;
      }
    }
  }

  /** Throws it away; one that is just being made is kept. */
  drop(): void {
    if (this.#state.kind !== "live") return;
    this.#state.live.destroy();
    this.#state = { kind: "none" };
  }

  async #load(): Promise<LiveDoc> {
    try {
      const live = await this.#make();
      this.#state = { kind: "live", live };
      return live;
    } catch (error) {
      this.#state = { kind: "none" };
      throw error;
    }
  }
}
