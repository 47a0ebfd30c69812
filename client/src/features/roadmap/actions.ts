/** What can be done on the roadmap: going from row to row, opening cards, moving dates; each change is said aloud. */
import type { Bar } from "@trellis/shared/derive/timeline";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { Edit } from "../../document/useEdit.ts";
import { notify } from "../../ui/notify.ts";
import { announce } from "../../workspace/announce.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import { openAt } from "../../workspace/panelWish.ts";
import { showCard } from "../../workspace/showCard.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { nameAccountable, setDates } from "./dateEdits.ts";
import type { RoadmapStoreApi } from "./roadmapStore.ts";
import { datesText } from "./roadmapWords.ts";
import { type Dates, type Grip, shiftedDates } from "./shiftDates.ts";

export class RoadmapActions {
  readonly #store: RoadmapStoreApi;
  readonly #edit: Edit;
  readonly #map: () => MapSnapshot;
  readonly #t: TFunction;

  constructor(store: RoadmapStoreApi, edit: Edit, map: () => MapSnapshot, t: TFunction) {
    this.#store = store;
    this.#edit = edit;
    this.#map = map;
    this.#t = t;
  }

  go(key: string): void {
    this.#store.getState().set({ active: key });
  }

  /** Makes a card the selected one of all views; beside the roadmap it opens in the panel. */
  select(card: CardId): void {
    if (this.#map().cards.has(card)) workspaceStore.getState().selectCards([card]);
  }

  show(card: CardId): void {
    const found = this.#map().cards.get(card);
    if (found) showCard(found);
  }

  /** Opens a card at one of its fields or rows of chips. */
  openAt(card: CardId, place: string): void {
    const found = this.#map().cards.get(card);
    if (found) openAt(found, place);
  }

  fold(lane: string, isFolded: boolean): void {
    this.#store.getState().fold(lane, isFolded);
  }

  /** Moves a bar by steps of its least exact date. Others may have moved it meanwhile, so the map is asked. */
  shift(bar: Pick<Bar, "card" | "type">, grip: Grip, steps: number): void {
    const card = this.#map().cards.get(bar.card);
    if (steps === 0 || !card || (card.type !== "project" && card.type !== "instrument")) return;
    const before: Dates = {
      start: card.start || null,
      end: (card.type === "project" && card.end) || null,
    };
    const t = this.#t;
    const title = titleOf(this.#map(), card.id, t);
    const shifted = shiftedDates(before, grip, steps);
    if (shifted.kind === "refused")
      notify({ tone: "problem", text: t(`roadmap.refused.${shifted.reason}`, { title }) });
    else if (this.#edit(setDates, { card: card.id, before, dates: shifted.dates }))
      announce(t("roadmap.said.moved", { title, dates: datesText({ ...shifted.dates, fault: null }, t) }));
  }

  /** Makes an actor accountable for a card in one phase. */
  nameAccountable(card: CardId, actor: CardId, phase: string, phaseName: string): void {
    if (!this.#edit(nameAccountable, { card, actor, phase })) return;
    const map = this.#map();
    const t = this.#t;
    announce(
      t("roadmap.said.named", {
        actor: titleOf(map, actor, t),
        card: titleOf(map, card, t),
        phase: phaseName,
      }),
    );
  }
}
