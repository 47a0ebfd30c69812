/**
 * What can be done on the canvas, once: the palette and the page of keys list it, the menu at a place shows the part
 * that fits what is selected there.
 */
import type { TFunction } from "i18next";
import type { Command } from "../../workspace/commands.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { askHere } from "./askHere.ts";
import type { Question } from "./asking.ts";
import { canvasStore } from "./canvasStore.ts";
import type { Point } from "./geometry.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";
import type { Clipboard } from "./useClipboard.ts";

/** What is selected: `cards` stands for more than one. */
export type Chosen = "none" | "card" | "cards" | "link";

type CommandId =
  | "open"
  | "rename"
  | "add"
  | "addType"
  | "connect"
  | "actor"
  | "level"
  | "home"
  | "cut"
  | "copy"
  | "paste"
  | "duplicate"
  | "selectAll"
  | "frame"
  | "tidy"
  | "remove"
  | "zoomIn"
  | "zoomOut"
  | "walk"
  | "link"
  | "parent"
  | "arrows"
  | "extend"
  | "nudge"
  | "menu";

export interface CanvasCommand extends Omit<Command, "label" | "id"> {
  readonly id: CommandId;
  /** For what it can be done; the palette offers it then, the menu shows it then. */
  readonly on: readonly Chosen[];
  /** Changes the map. */
  readonly changes?: true;
  /** Parts of the menu, parted by a line; left out where the menu does not show it. */
  readonly part?: "look" | "build" | "clipboard" | "away";
}

interface Hands {
  readonly stage: Stage;
  readonly actions: Actions;
  readonly clipboard: Clipboard;
  /** Where a menu was opened, in map units; null for the palette. */
  readonly world: Point | null;
}

const ANY: readonly Chosen[] = ["none", "card", "cards", "link"];
const CARDS: readonly Chosen[] = ["card", "cards"];

export const canvasCommands = (hands: Hands): CanvasCommand[] => [
  ...buildCommands(hands),
  ...setCommands(hands),
  ...lookCommands(hands),
];

const selected = () => workspaceStore.getState().selection.cards;
const change = { group: "change", changes: true } as const;

/** What is made of a card, or of the place. */
function buildCommands({ stage, actions, world }: Hands): CanvasCommand[] {
  const ask = (question: Question) => () => askHere(stage, question);
  const about = (kind: "actor" | "level" | "home") => () => askHere(stage, { kind, cards: selected() });
  const withOne = (act: (card: ReturnType<typeof selected>[number]) => void) => () => {
    const card = selected().at(-1);
    if (card) act(card);
  };
  return [
    { id: "open", group: "go", keys: "Enter", on: [...CARDS, "link"], part: "look", run: openPanel },
    {
      ...change,
      id: "rename",
      keys: "F2",
      on: ["card"],
      part: "look",
      run: withOne((titleOf) => canvasStore.getState().set({ titleOf })),
    },
    { ...change, id: "add", keys: "N", on: ["none", "card"], part: "build", run: () => actions.addBeside() },
    { ...change, id: "addType", keys: "Shift+N", on: ANY, part: "build", run: ask({ kind: "type", world }) },
    {
      ...change,
      id: "connect",
      keys: "C",
      on: ["card"],
      part: "build",
      run: withOne((from) => askHere(stage, { kind: "join", from })),
    },
    { ...change, id: "actor", keys: "R", on: CARDS, part: "build", run: about("actor") },
    { ...change, id: "level", keys: "M", on: CARDS, part: "build", run: about("level") },
    { ...change, id: "home", keys: "P", on: CARDS, part: "build", run: about("home") },
  ];
}

/** What is done with all that is selected. */
function setCommands({ stage, actions, clipboard, world }: Hands): CanvasCommand[] {
  return [
    { ...change, id: "cut", keys: "Mod+X", on: CARDS, part: "clipboard", run: clipboard.cut },
    { id: "copy", group: "change", keys: "Mod+C", on: CARDS, part: "clipboard", run: clipboard.copy },
    {
      ...change,
      id: "paste",
      keys: "Mod+V",
      on: ANY,
      part: "clipboard",
      run: () => void clipboard.paste(selected().length === 0 ? world : null),
    },
    {
      ...change,
      id: "duplicate",
      keys: "Mod+D",
      on: CARDS,
      part: "clipboard",
      run: () => actions.duplicate(),
    },
    { id: "selectAll", group: "change", keys: "Mod+A", on: ANY, run: () => selectAll(stage) },
    {
      id: "frame",
      group: "change",
      on: ["none"],
      part: "look",
      run: () => {
        workspaceStore.getState().setTool({ kind: "select" });
        canvasStore.getState().set({ framing: true });
      },
    },
    { ...change, id: "tidy", keys: "T", on: ["none", "cards"], part: "look", run: () => actions.tidy() },
    {
      ...change,
      id: "remove",
      keys: "Delete",
      on: [...CARDS, "link"],
      part: "away",
      run: () => actions.remove(),
    },
  ];
}

/** How the canvas is gone through. */
function lookCommands({ actions }: Hands): CanvasCommand[] {
  return [
    { id: "zoomIn", group: "see", keys: "Plus", on: ANY, run: () => actions.zoomIn() },
    { id: "zoomOut", group: "see", keys: "-", on: ANY, run: () => actions.zoomOut() },
    { id: "arrows", group: "go", keys: "Left Right Up Down", on: ANY },
    { id: "walk", group: "go", keys: "] [", on: ANY },
    { id: "parent", group: "go", keys: "Home", on: ANY },
    { id: "link", group: "go", keys: "L", on: ANY },
    { id: "menu", group: "go", keys: "Shift+F10", on: ANY },
    { id: "extend", group: "change", keys: "Shift+Arrow", on: ANY },
    { ...change, id: "nudge", keys: "Mod+Arrow", on: ANY },
  ];
}

const openPanel = (): void => workspaceStore.getState().openPanel();

const selectAll = (stage: Stage): void =>
  workspaceStore.getState().selectCards([...stage.scene.grid.entries()].map(([id]) => id));

/** What the selection is, for `on`. */
export function chosenOf(selection: { readonly cards: readonly unknown[]; readonly link: unknown }): Chosen {
  if (selection.link) return "link";
  return selection.cards.length === 0 ? "none" : selection.cards.length === 1 ? "card" : "cards";
}

/** The commands as the palette and the page of keys list them: printed always, run where they fit. */
export function asListed(
  commands: readonly CanvasCommand[],
  chosen: Chosen,
  canEdit: boolean,
  t: TFunction,
): Command[] {
  return commands
    .filter(({ changes }) => canEdit || !changes)
    .map(({ id, group, keys, run, on }) => ({
      id: `canvas.${id}`,
      group,
      label: t(`ask.command.${id}`),
      ...(keys ? { keys } : {}),
      ...(run && on.includes(chosen) ? { run } : {}),
    }));
}
