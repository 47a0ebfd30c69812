/** Going about the outline: which row is the current one, what is selected, what is open. Changes nothing on the map. */
import type { ItemKey, Outline, OutlineItem } from "@trellis/shared/derive/outline";
import type { CardId } from "@trellis/shared/schema/ids";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import type { OutlineCommand, Reach } from "./keyboard.ts";
import { above, type ItemRow, isOpenAtFirst, type OutlineRow } from "./outlineRows.ts";
import type { OutlineStoreApi } from "./outlineStore.ts";

/** What the actions work on, as it is at the moment they are called. */
export interface OutlineScene {
  readonly store: OutlineStoreApi;
  readonly outline: () => Outline;
  readonly rows: () => readonly OutlineRow[];
  readonly title: (key: ItemKey) => string;
}

const PAGE = 12;

export const cardOf = (item: OutlineItem | undefined): CardId | null =>
  item && item.kind !== "group" ? item.card : null;

export class Navigation {
  readonly #scene: OutlineScene;

  constructor(scene: OutlineScene) {
    this.#scene = scene;
  }

  itemRows(): readonly ItemRow[] {
    return this.#scene.rows().filter((row): row is ItemRow => row.kind === "item");
  }

  activeRow(): ItemRow | undefined {
    const { active } = this.#scene.store.getState();
    return this.itemRows().find(({ key }) => key === active);
  }

  /** Makes a row the current one, and selects its card or a range of cards. */
  choose(key: ItemKey, reach: Reach = "select"): void {
    const { active, anchor, set } = this.#scene.store.getState();
    const { selectCards, clearSelection } = workspaceStore.getState();
    const from = anchor ?? active ?? key;
    set({ active: key, anchor: reach === "extend" ? from : key });
    if (reach === "only") return;
    if (reach === "extend") {
      selectCards(range(this.itemRows(), from, key));
      return;
    }
    const card = cardOf(this.#scene.outline().items.get(key));
    if (card) selectCards([card]);
    else clearSelection();
  }

  setOpen(keys: readonly ItemKey[], open: boolean): void {
    const { store, outline } = this.#scene;
    const toggled = new Set(store.getState().toggled);
    for (const key of keys) {
      const item = outline().items.get(key);
      if (!item || item.children.length === 0) continue;
      if (isOpenAtFirst(item) === open) toggled.delete(key);
      else toggled.add(key);
    }
    store.getState().set({ toggled });
  }

  openAll(open: boolean): void {
    this.setOpen([...this.#scene.outline().items.keys()], open);
  }

  /** Opens what holds an item and makes it the current row. */
  reveal(key: ItemKey): void {
    this.setOpen(above(this.#scene.outline(), key), true);
    this.#scene.store.getState().set({ active: key, anchor: key });
  }

  toggleSelected(key: ItemKey): void {
    const card = cardOf(this.#scene.outline().items.get(key));
    this.#scene.store.getState().set({ active: key, anchor: key });
    if (!card) return;
    const { selection, selectCards, clearSelection } = workspaceStore.getState();
    const cards = selection.cards.includes(card)
      ? selection.cards.filter((other) => other !== card)
      : [...selection.cards, card];
    if (cards.length > 0) selectCards(cards);
    else clearSelection();
  }

  selectSiblings(): void {
    const parent = this.activeRow()?.item.parent;
    const cards = this.itemRows().flatMap(({ item }) =>
      item.kind === "card" && item.parent === parent ? [item.card] : [],
    );
    if (cards.length > 0) workspaceStore.getState().selectCards(cards);
  }

  go(to: Extract<OutlineCommand, { kind: "go" }>["to"], reach: Reach): void {
    const list = this.itemRows();
    const at = list.findIndex(({ key }) => key === this.#scene.store.getState().active);
    const steps = { up: -1, down: 1, pageUp: -PAGE, pageDown: PAGE, first: -list.length, last: list.length };
    const next = at < 0 && to !== "last" ? 0 : at + steps[to];
    const row = list[Math.min(list.length - 1, Math.max(0, next))];
    if (row) this.choose(row.key, reach);
  }

  /** Right: opens, then goes to the first below. */
  open(): void {
    const row = this.activeRow();
    if (row?.isOpen === false) this.setOpen([row.key], true);
    else if (row?.isOpen) this.go("down", "select");
  }

  /** Left: closes, then goes to what holds it. */
  close(): void {
    const row = this.activeRow();
    if (row?.isOpen) this.setOpen([row.key], false);
    else if (row?.item.parent) this.choose(row.item.parent);
  }

  openSiblings(): void {
    const row = this.activeRow();
    if (!row) return;
    const { roots, items } = this.#scene.outline();
    this.setOpen(row.item.parent === null ? roots : (items.get(row.item.parent)?.children ?? []), true);
  }

  /**
   * To the next row whose title begins so; one letter again and again goes through all of them, unless told to `stay`
   * on a row that fits, as when a letter is taken back.
   */
  typeTo(typed: string, repeat: "onward" | "stay" = "onward"): void {
    if (typed === "") return;
    const list = this.itemRows();
    const signs = [...typed];
    const isOneSign = signs.every((sign) => sign === signs[0]);
    const wanted = (isOneSign ? (signs[0] ?? "") : typed).toLocaleLowerCase();
    const at = list.findIndex(({ key }) => key === this.#scene.store.getState().active);
    const start = (isOneSign && repeat === "onward") || at < 0 ? at + 1 : at;
    const turned = [...list.slice(start), ...list.slice(0, start)];
    const found = turned.find(({ key }) => this.#scene.title(key).toLocaleLowerCase().startsWith(wanted));
    if (found) this.choose(found.key);
  }
}

/** Cards of the rows from one to another; a reference stands for its card. */
function range(list: readonly ItemRow[], from: ItemKey, to: ItemKey): CardId[] {
  const start = list.findIndex(({ key }) => key === from);
  const end = list.findIndex(({ key }) => key === to);
  const rows =
    start < 0 ? list.slice(end, end + 1) : list.slice(Math.min(start, end), Math.max(start, end) + 1);
  const cards = rows.flatMap(({ item }) => cardOf(item) ?? []);
  // The last selected card is the one that other views follow.
  return [...new Set(start > end ? cards.reverse() : cards)];
}
