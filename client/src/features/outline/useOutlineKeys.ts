/** Carries out the outline's keys. */
import { type KeyboardEvent, useMemo, useRef } from "react";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { CHANGES, type OutlineCommand, outlineCommand, type PlainKind } from "./keyboard.ts";
import { cardOf } from "./navigation.ts";
import { rowId } from "./OutlineRow.tsx";
import type { OutlineModel } from "./useOutlineModel.ts";

/** Letters that follow each other within this time are one beginning of a title (ms). */
const TYPING_MS = 700;

export const FIND_ID = "outline-find";

type RunModel = Pick<OutlineModel, "store" | "nav" | "actions" | "canEdit">;

export function useOutlineKeys({ store, nav, actions, canEdit }: OutlineModel) {
  const typed = useRef({ text: "", at: 0 });
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
        if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
        const isTyping = event.timeStamp - typed.current.at < TYPING_MS;
        const command = outlineCommand(event, isTyping);
        if (!command) return;
        event.preventDefault();
        event.stopPropagation();
        if (command.kind === "type") {
          typed.current = { text: (isTyping ? typed.current.text : "") + command.sign, at: event.timeStamp };
          nav.typeTo(typed.current.text);
        } else if (command.kind === "untype") {
          const text = [...typed.current.text].slice(0, -1).join("");
          typed.current = { text, at: event.timeStamp };
          nav.typeTo(text, "stay");
        } else {
          typed.current = { text: "", at: 0 };
          run(command, { store, nav, actions, canEdit });
        }
      },
    }),
    [store, nav, actions, canEdit],
  );
}

/** Commands and what they do; typing and going have parameters of their own. */
const RUNS: Readonly<Record<PlainKind, (model: RunModel) => void>> = {
  open: ({ nav }) => nav.open(),
  close: ({ nav }) => nav.close(),
  openSiblings: ({ nav }) => nav.openSiblings(),
  show: (model) => show(model),
  rename: ({ actions }) => actions.rename(),
  addBelow: ({ actions }) => actions.addBelow(),
  addInside: ({ actions }) => actions.addInside(),
  moveIn: ({ actions }) => actions.moveIn(),
  moveOut: ({ actions }) => actions.moveOut(),
  moveUp: ({ actions }) => actions.moveUp(),
  moveDown: ({ actions }) => actions.moveDown(),
  moveTo: ({ actions }) => actions.askMove(),
  linkTo: ({ actions }) => actions.askLink(),
  remove: ({ actions }) => actions.remove(),
  toggle: ({ store, nav }) => {
    const { active } = store.getState();
    if (active) nav.toggleSelected(active);
  },
  select: ({ store, nav }) => {
    const { active } = store.getState();
    if (active) nav.choose(active);
  },
  selectAll: ({ nav }) => nav.selectSiblings(),
  menu: ({ store }) => openMenu(store),
  find: () => document.getElementById(FIND_ID)?.focus(),
  leave: ({ store, nav }) => {
    const { active, query, set } = store.getState();
    if (query !== "") set({ query: "" });
    else if (active) nav.choose(active);
  },
};

export function run(command: OutlineCommand, model: RunModel): void {
  if (CHANGES.has(command.kind) && !model.canEdit) return;
  if (command.kind === "go") model.nav.go(command.to, command.reach);
  else if (command.kind !== "type" && command.kind !== "untype") RUNS[command.kind](model);
}

/** A card opens in the panel, a reference leads to its owner, a heading opens and closes. */
function show({ store, nav }: RunModel): void {
  const row = nav.activeRow();
  if (!row) return;
  const card = cardOf(row.item);
  if (row.item.kind === "reference") {
    nav.reveal(row.item.card);
    nav.choose(row.item.card);
  } else if (card) {
    nav.choose(row.key, "only");
    const { selection, selectCards, openPanel } = workspaceStore.getState();
    if (!selection.cards.includes(card)) selectCards([card]);
    openPanel();
  } else if (row.isOpen !== null) nav.setOpen([row.key], !row.isOpen);
  store.getState().set({ anchor: row.key });
}

function openMenu(store: OutlineModel["store"]): void {
  const { active, set } = store.getState();
  const row = active === null ? null : document.getElementById(rowId(active));
  if (!active || !row) return;
  const { left, bottom } = row.getBoundingClientRect();
  set({ asking: { kind: "row", key: active, x: left + 48, y: bottom } });
}
