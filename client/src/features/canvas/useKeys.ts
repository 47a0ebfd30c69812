/** Carries out the canvas's keys. The canvas is one tab stop; the last selected card is the one arrows start from. */
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { type KeyboardEvent, useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../workspace/announce.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { askHere, placeOfSelection } from "./askHere.ts";
import { askingStore } from "./asking.ts";
import { canvasStore } from "./canvasStore.ts";
import { earlyWords } from "./earlyWords.ts";
import { centreOf, toWorld } from "./geometry.ts";
import type { Gestures } from "./gestures.ts";
import { type KeyCommand, keyCommand } from "./keyboard.ts";
import { homeward, stepAlong, type Walk, walkable } from "./linkWalk.ts";
import { type Direction, nearestCard } from "./nearestCard.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

interface Hands {
  readonly stage: Stage;
  readonly gestures: Gestures | null;
  readonly actions: Actions;
  readonly t: TFunction;
  /** What is kept between two keys: the walk along links. */
  readonly walk: { current: Walk | null };
}

export function useKeys(stage: Stage | null, gestures: () => Gestures | null, actions: Actions) {
  const { t } = useTranslation();
  const walk = useRef<Walk | null>(null);
  return useCallback(
    (event: KeyboardEvent<HTMLDivElement>) => {
      if (!stage || event.target !== event.currentTarget) return;
      const command = keyCommand(event);
      if (isFieldOpening() && command?.kind !== "clear") {
        if (event.key !== "Tab") event.preventDefault();
        earlyWords.keep(event.nativeEvent);
        return;
      }
      earlyWords.drop();
      if (!command) return;
      event.preventDefault();
      run(command, { stage, gestures: gestures(), actions, t, walk });
    },
    [stage, gestures, actions, t],
  );
}

/** A field was asked for and will have the focus in a moment. */
function isFieldOpening(): boolean {
  const { titleOf, joining } = canvasStore.getState();
  const { question } = askingStore.getState();
  return titleOf !== null || joining !== null || (question !== null && question.kind !== "menu");
}

/** Commands that change the map: nothing for those who may only look. */
const CHANGES: ReadonlySet<KeyCommand["kind"]> = new Set([
  "nudge",
  "rename",
  "remove",
  "add",
  "addType",
  "connect",
  "actor",
  "level",
  "home",
  "tidy",
  "duplicate",
]);

function run(command: KeyCommand, hands: Hands): void {
  if (CHANGES.has(command.kind) && !canvasStore.getState().canEdit) return;
  if (command.kind === "go") go(command.direction, command.extend, hands);
  else if (command.kind === "walk") walkAlong(command.way, hands);
  else if (command.kind === "zoom") hands.actions[ZOOMS[command.step]]();
  else if (command.kind === "nudge") hands.actions.drop(selectedCards(), command.by);
  else COMMANDS[command.kind](hands);
}

const ZOOMS = { in: "zoomIn", out: "zoomOut", fit: "fit" } as const;

const selectedCards = () => workspaceStore.getState().selection.cards;
const activeCard = (): CardId | null => selectedCards().at(-1) ?? null;

const COMMANDS: Readonly<
  Record<Exclude<KeyCommand["kind"], "go" | "walk" | "zoom" | "nudge">, (hands: Hands) => void>
> = {
  open: () => {
    const { selection, openPanel } = workspaceStore.getState();
    if (selection.cards.length > 0 || selection.link) openPanel();
  },
  rename: () => canvasStore.getState().set({ titleOf: activeCard() }),
  remove: ({ actions }) => actions.remove(),
  clear: ({ gestures }) => clear(gestures),
  add: ({ actions }) => actions.addBeside(),
  addType: ({ stage }) => askHere(stage, { kind: "type", world: null }),
  connect: ({ stage }) => {
    const from = activeCard();
    if (from) askHere(stage, { kind: "join", from });
  },
  actor: ({ stage }) => askAbout(stage, "actor"),
  level: ({ stage }) => askAbout(stage, "level"),
  home: ({ stage }) => askAbout(stage, "home"),
  tidy: ({ actions }) => actions.tidy(),
  menu: ({ stage }) => {
    const { link } = workspaceStore.getState().selection;
    askHere(stage, { kind: "menu", link, world: toWorld(stage.view, placeOfSelection(stage)) });
  },
  parent: (hands) => {
    const { scene } = hands.stage;
    const active = activeCard();
    const linesAt = (card: CardId) => scene.linesAt(card);
    const up = active ? homeward(scene.tree, active, linesAt) : first(hands.stage);
    if (up && scene.rectOf(up)) arrive(up, hands);
    else if (active) announce(hands.t("ask.said.noHome"));
  },
  link: (hands) => chooseLink(hands),
  duplicate: ({ actions }) => actions.duplicate(),
  selectAll: ({ stage, t }) => {
    const cards = [...stage.scene.grid.entries()].map(([id]) => id);
    workspaceStore.getState().selectCards(cards);
    announce(t("ask.said.selected", { count: cards.length }));
  },
};

function askAbout(stage: Stage, kind: "actor" | "level" | "home"): void {
  const cards = selectedCards();
  if (cards.length > 0) askHere(stage, { kind, cards });
}

/** Escape ends the innermost thing first: a gesture, a question, a tool, the selection. */
function clear(gestures: Gestures | null): void {
  const workspace = workspaceStore.getState();
  const { joining, framing, titleOf, set } = canvasStore.getState();
  if (gestures?.busy) gestures.cancel();
  else if (titleOf !== null) set({ titleOf: null });
  else if (askingStore.getState().question) askingStore.getState().close();
  else if (joining || framing) set({ joining: null, framing: false });
  else if (workspace.tool.kind !== "select") workspace.setTool({ kind: "select" });
  else workspace.clearSelection();
}

function arrive(card: CardId, { actions }: Pick<Hands, "actions">): void {
  workspaceStore.getState().selectCards([card]);
  actions.reveal(card);
}

function go(direction: Direction, extend: boolean, { stage, actions, t }: Hands): void {
  const cards = selectedCards();
  const { scene } = stage;
  const active = cards.at(-1);
  const from = active ? scene.rectOf(active) : undefined;
  const next = active && from ? nearestCard([active, from], direction, scene.grid.entries()) : first(stage);
  if (!next) return;
  const kept = extend ? cards.filter((id) => id !== next) : [];
  workspaceStore.getState().selectCards([...kept, next]);
  actions.reveal(next);
  if (extend) announce(t("ask.said.selected", { count: kept.length + 1 }));
}

function walkAlong(way: 1 | -1, { stage, actions, t, walk }: Hands): void {
  const { scene } = stage;
  const { selection, selectLink } = workspaceStore.getState();
  const linesAt = (card: CardId) => scene.linesAt(card);
  if (selection.link && walk.current) {
    const lines = walkable(walk.current.origin, linesAt(walk.current.origin)).filter(({ id }) => id !== null);
    const at = lines.findIndex(({ id }) => id === selection.link);
    const next = lines.at((at + way + lines.length) % Math.max(1, lines.length));
    if (next?.id) selectLink(next.id);
    return;
  }
  const active = activeCard();
  if (!active) return;
  const step = stepAlong(walk.current, active, linesAt, way);
  walk.current = step;
  if (!step) {
    announce(t("ask.said.noLinks"));
    return;
  }
  workspaceStore.getState().selectCards([step.card]);
  actions.reveal(step.card);
  const title = (id: CardId) => scene.card(id)?.title || t("canvas.noTitle");
  announce(
    step.line
      ? t("ask.said.along", {
          at: step.at,
          of: step.of,
          from: title(step.line.id === null ? step.line.to : step.line.from),
          verb: t(`canvas.verb.${step.line.kind}`),
          to: title(step.line.id === null ? step.line.from : step.line.to),
        })
      : t("ask.said.back", { title: title(step.card) }),
  );
}

/** From a card to its link, the walked one or the first; from a link back to the card. */
function chooseLink({ stage, t, walk }: Hands): void {
  const { selection, selectCards, selectLink } = workspaceStore.getState();
  const { scene } = stage;
  if (selection.link) {
    const link = scene.snapshot.links.get(selection.link);
    const back = walk.current?.origin ?? link?.from;
    if (back && scene.card(back)) selectCards([back]);
    return;
  }
  const active = activeCard();
  if (!active) return;
  const going = walk.current?.card === active ? walk.current : null;
  const origin = going?.origin ?? active;
  const lines = walkable(origin, scene.linesAt(origin)).filter(({ id }) => id !== null);
  const line = going?.line?.id ? going.line : lines[0];
  if (!line?.id) {
    announce(t("ask.said.noLinks"));
    return;
  }
  walk.current = { origin, card: active, line, at: going?.at ?? 1, of: going?.of ?? lines.length };
  selectLink(line.id);
}

/** Where arrows start when nothing is selected: the mission, else the card nearest to the middle of the screen. */
function first(stage: Stage): CardId | null {
  const [mission] = stage.scene.tree.missions;
  if (mission && stage.scene.rectOf(mission)) return mission;
  const middle = centreOf(stage.seen());
  let best: CardId | null = null;
  let bestWay = Number.POSITIVE_INFINITY;
  for (const [id, rect] of stage.scene.grid.entries()) {
    const at = centreOf(rect);
    const way = Math.hypot(at.x - middle.x, at.y - middle.y);
    if (way < bestWay) {
      best = id;
      bestWay = way;
    }
  }
  return best;
}
