/**
 * Gathers what others did until it is time to say it: per card and link how it stood before, and who wrote last. What
 * somebody is still writing at waits until they have left the card, so that no half a title is read out.
 */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { MapChange } from "@trellis/shared/schema/mapDoc";
import type { Card, Link } from "@trellis/shared/schema/values";
import { changeNotes } from "./changeNotes.ts";
import type { SignedNote } from "./changeWords.ts";

interface Gathered {
  readonly cards: Map<CardId, Card | undefined>;
  readonly links: Map<LinkId, Link | undefined>;
  readonly writers: Map<string, number>;
  mapTitle: string | null;
}

const nothing = (): Gathered => ({ cards: new Map(), links: new Map(), writers: new Map(), mapTitle: null });

export class OthersChanges {
  #gathered = nothing();

  get isEmpty(): boolean {
    const { cards, links, mapTitle } = this.#gathered;
    return cards.size === 0 && links.size === 0 && mapTitle === null;
  }

  /** Takes in a change; what this tab wrote itself is left out. `isRemote`: it came over the network. */
  add(before: MapSnapshot, change: MapChange, own: number, isRemote: boolean): void {
    const { cards, links, writers } = this.#gathered;
    const isOthers = (id: string) => {
      const writer = change.writers.get(id);
      return writer === undefined ? isRemote : writer !== own;
    };
    for (const id of change.cards) if (isOthers(id) && !cards.has(id)) cards.set(id, before.cards.get(id));
    for (const id of change.links) if (isOthers(id) && !links.has(id)) links.set(id, before.links.get(id));
    for (const [id, writer] of change.writers) if (writer !== own) writers.set(id, writer);
    for (const id of [...change.cards, ...change.links]) if (!change.writers.has(id)) writers.delete(id);
    if (change.settings && isRemote) this.#gathered.mapTitle ??= before.settings.title;
  }

  /** Notes on everything but the cards in `busy`, which stay for the next time. */
  take(
    after: MapSnapshot,
    busy: ReadonlySet<string>,
    names: {
      readonly ofWriter: (clientId: number) => string | null;
      /** What was removed is signed by nobody; whoever says that it was them is believed. */
      readonly ofRemover: (id: string) => string | null;
    },
  ): SignedNote[] {
    const { cards, links, writers, mapTitle } = this.#gathered;
    const next = nothing();
    for (const [id, card] of cards) {
      if (!busy.has(id) || !after.cards.has(id)) continue;
      next.cards.set(id, card);
      const writer = writers.get(id);
      if (writer !== undefined) next.writers.set(id, writer);
      cards.delete(id);
    }
    this.#gathered = next;
    return changeNotes({ cards, links, mapTitle }, after).map((note) => {
      const writer = writers.get(note.id);
      return { note, by: writer === undefined ? names.ofRemover(note.id) : names.ofWriter(writer) };
    });
  }
}
