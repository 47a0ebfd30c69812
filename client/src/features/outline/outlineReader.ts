/** Works out the outline of each snapshot, and what its rows say besides titles, again only when that changed. */
import { type Outline, outlineOf, sameOutline } from "@trellis/shared/derive/outline";
import { type Responsibilities, responsibilities } from "@trellis/shared/derive/responsibility";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";

export interface RowFacts {
  readonly duties: Responsibilities;
  /** Links of each card that has any, homes left out. */
  readonly links: ReadonlyMap<CardId, number>;
}

export class OutlineReader {
  #snapshot: MapSnapshot | null = null;
  #outline: Outline | null = null;
  #facts: { readonly of: MapSnapshot; readonly today: string; readonly value: RowFacts } | null = null;

  /** The same outline comes back while nothing in it moved. */
  outline(snapshot: MapSnapshot): Outline {
    if (!this.#outline || !this.#snapshot || !sameOutline(this.#snapshot, snapshot))
      this.#outline = outlineOf(snapshot);
    this.#snapshot = snapshot;
    return this.#outline;
  }

  facts(snapshot: MapSnapshot, today: string): RowFacts {
    const last = this.#facts;
    if (last && last.today === today && sameFacts(last.of, snapshot)) return last.value;
    const links = new Map<CardId, number>();
    const count = (card: CardId) => links.set(card, (links.get(card) ?? 0) + 1);
    for (const { from, to } of snapshot.links.values()) {
      count(from);
      count(to);
    }
    const duties = responsibilities(snapshot, this.outline(snapshot).tree, today);
    this.#facts = { of: snapshot, today, value: { duties, links } };
    return this.#facts.value;
  }
}

/** Duties hang on links, on homes and on the phases of missions. */
const sameFacts = (one: MapSnapshot, other: MapSnapshot): boolean =>
  one.links === other.links &&
  (one.cards === other.cards ||
    (sameOutline(one, other) &&
      [...other.cards.values()].every((card) => card.type !== "mission" || one.cards.get(card.id) === card)));
