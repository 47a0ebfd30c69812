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
  /** Takes the keyboard back to the tree. */
  readonly focus: () => void;
}

const PAGE = 12;

export type Navigation = ReturnType<typeof navigation>;

export const cardOf = (item: OutlineItem | undefined): CardId | null =>
  item && item.kind !== "group" ? item.card : null;

export function navigation(scene: OutlineScene) {
  const { store, outline, rows } = scene;
  const itemRows = () => rows().filter((row): row is ItemRow => row.kind === "item");
  const activeRow = () => itemRows().find(({ key }) => key === store.getState().active);

  /** Makes a row the current one, and selects its card or a range of cards. */
  const choose = (key: ItemKey, reach: Reach = "select") => {
    const { active, anchor, set } = store.getState();
    const { selectCards, clearSelection } = workspaceStore.getState();
    const from = anchor ?? active ?? key;
    set({ active: key, anchor: reach === "extend" ? from : key });
    if (reach === "only") return;
    if (reach === "extend") {
      selectCards(range(itemRows(), from, key));
      return;
    }
    const card = cardOf(outline().items.get(key));
    if (card) selectCards([card]);
    else clearSelection();
  };

  const setOpen = (keys: readonly ItemKey[], open: boolean) => {
    const toggled = new Set(store.getState().toggled);
    for (const key of keys) {
      const item = outline().items.get(key);
      if (!item || item.children.length === 0) continue;
      if (isOpenAtFirst(item) === open) toggled.delete(key);
      else toggled.add(key);
    }
    store.getState().set({ toggled });
  };

  return {
    itemRows,
    activeRow,
    choose,
    setOpen,
    /** Opens what holds an item and makes it the current row. */
    reveal: (key: ItemKey) => {
      setOpen(above(outline(), key), true);
      store.getState().set({ active: key, anchor: key });
    },
    toggleSelected: (key: ItemKey) => {
      const card = cardOf(outline().items.get(key));
      store.getState().set({ active: key, anchor: key });
      if (!card) return;
      const { selection, selectCards, clearSelection } = workspaceStore.getState();
      const cards = selection.cards.includes(card)
        ? selection.cards.filter((other) => other !== card)
        : [...selection.cards, card];
      if (cards.length > 0) selectCards(cards);
      else clearSelection();
    },
    go: (to: Extract<OutlineCommand, { kind: "go" }>["to"], reach: Reach) => {
      const list = itemRows();
      const at = list.findIndex(({ key }) => key === store.getState().active);
      const steps = {
        up: -1,
        down: 1,
        pageUp: -PAGE,
        pageDown: PAGE,
        first: -list.length,
        last: list.length,
      };
      const next = at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + steps[to]));
      const row = list[to === "last" ? list.length - 1 : to === "first" ? 0 : next];
      if (row) choose(row.key, reach);
    },
    /** Right: opens, then goes to the first below. */
    open: () => {
      const row = activeRow();
      if (!row) return;
      if (row.isOpen === false) setOpen([row.key], true);
      else if (row.isOpen) {
        const list = itemRows();
        const next = list[list.indexOf(row) + 1];
        if (next) choose(next.key);
      }
    },
    /** Left: closes, then goes to what holds it. */
    close: () => {
      const row = activeRow();
      if (row?.isOpen) setOpen([row.key], false);
      else if (row?.item.parent) choose(row.item.parent);
    },
    openSiblings: () => {
      const row = activeRow();
      if (!row) return;
      const { roots, items } = outline();
      setOpen(row.item.parent === null ? roots : (items.get(row.item.parent)?.children ?? []), true);
    },
    openAll: (open: boolean) => setOpen([...outline().items.keys()], open),
    selectSiblings: () => {
      const row = activeRow();
      if (!row) return;
      const cards = itemRows().flatMap(({ item }) =>
        item.kind === "card" && item.parent === row.item.parent ? [item.card] : [],
      );
      if (cards.length > 0) workspaceStore.getState().selectCards(cards);
    },
    /** To the next row whose title begins so; one letter again and again goes through all of them. */
    typeTo: (typed: string) => {
      const list = itemRows();
      const signs = [...typed];
      const isOneSign = signs.every((sign) => sign === signs[0]);
      const wanted = (isOneSign ? (signs[0] ?? "") : typed).toLocaleLowerCase();
      const at = list.findIndex(({ key }) => key === store.getState().active);
      const start = isOneSign || at < 0 ? at + 1 : at;
      const turned = [...list.slice(start), ...list.slice(0, start)];
      const found = turned.find(({ key }) => scene.title(key).toLocaleLowerCase().startsWith(wanted));
      if (found) choose(found.key);
    },
  };
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
