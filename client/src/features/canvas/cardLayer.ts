/**
 * The cards near the screen, in a layer that panning and zooming move as a whole. Elements are pooled by type: a card that
 * leaves hands its element to the next one that comes, so the page holds about as many as fit on a screen.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import styles from "./Canvas.module.css";
import type { PeerMark } from "./canvasStore.ts";
import { CardElement, type CardSight } from "./cardElement.ts";
import type { CardFace } from "./cardFace.ts";
import { type CardWords, wordsOf } from "./cardWords.ts";

export class CardLayer {
  readonly root: HTMLDivElement;
  readonly #t: TFunction;
  readonly #words = new WeakMap<CardFace, CardWords>();
  readonly #shown = new Map<CardId, CardElement>();
  readonly #free = new Map<CardType, CardElement[]>();
  /** Elements given back since the last `settle`; still on the page. */
  #leaving = new Set<CardElement>();
  #marks: ReadonlyMap<CardId, PeerMark> = new Map();
  #target: CardId | null = null;
  #editing: CardId | null = null;
  #place: HTMLElement | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(t: TFunction) {
    this.#t = t;
    this.root = document.createElement("div");
    this.root.className = styles.cards ?? "";
  }

  /** Shows a card or what is new about it. */
  show(sight: CardSight): void {
    const { id, face } = sight;
    let element = this.#shown.get(id);
    if (element && element.type !== face.type) {
      this.hide(id);
      element = undefined;
    }
    if (!element) {
      element = this.#take(face.type);
      this.#shown.set(id, element);
      this.#dress(id, element);
    }
    element.show(sight, this.#wordsOf(face));
  }

  hide(id: CardId): void {
    const element = this.#shown.get(id);
    if (!element) return;
    this.#shown.delete(id);
    element.clear();
    if (id === this.#editing) this.#placeEditor(null);
    this.#leaving.add(element);
    const free = this.#free.get(element.type);
    if (free) free.push(element);
    else this.#free.set(element.type, [element]);
  }

  /** Takes off the page what no other card has taken over; at the end of a frame's changes. */
  settle(): void {
    for (const element of this.#leaving) element.hide();
    this.#leaving.clear();
  }

  setMarks(marks: ReadonlyMap<CardId, PeerMark>): void {
    const before = this.#marks;
    this.#marks = marks;
    for (const id of new Set([...before.keys(), ...marks.keys()])) {
      const element = this.#shown.get(id);
      if (element) this.#markOn(id, element);
    }
  }

  setTarget(target: CardId | null): void {
    if (target === this.#target) return;
    if (this.#target) this.#shown.get(this.#target)?.aim(false);
    this.#target = target;
    if (target) this.#shown.get(target)?.aim(true);
  }

  setEditing(card: CardId | null): void {
    if (card === this.#editing) return;
    if (this.#editing) this.#shown.get(this.#editing)?.edit(false);
    this.#editing = card;
    this.#placeEditor((card && this.#shown.get(card)?.edit(true)) || null);
  }

  /** Where the title editor stands; null while the card being written on is not mounted. */
  readonly editorPlace = (): HTMLElement | null => this.#place;

  readonly onEditorPlace = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #take(type: CardType): CardElement {
    const free = this.#free.get(type)?.pop();
    if (free) {
      this.#leaving.delete(free);
      return free;
    }
    const made = new CardElement(type, this.#t("canvas.card"));
    this.root.append(made.root);
    return made;
  }

  #dress(id: CardId, element: CardElement): void {
    if (this.#marks.has(id)) this.#markOn(id, element);
    if (id === this.#target) element.aim(true);
    if (id === this.#editing) this.#placeEditor(element.edit(true));
  }

  #markOn(id: CardId, element: CardElement): void {
    const mark = this.#marks.get(id) ?? null;
    element.mark(
      mark,
      mark?.editing ? this.#t("canvas.peerEditing", { name: mark.name }) : (mark?.name ?? ""),
    );
  }

  #placeEditor(place: HTMLElement | null): void {
    if (place === this.#place) return;
    this.#place = place;
    for (const listener of this.#listeners) listener();
  }

  #wordsOf(face: CardFace): CardWords {
    const known = this.#words.get(face);
    if (known) return known;
    const words = wordsOf(face, this.#t);
    this.#words.set(face, words);
    return words;
  }
}
