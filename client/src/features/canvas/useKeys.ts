/** Carries out the canvas's keys. The canvas is one tab stop; the last selected card is the one arrows start from. */
import type { CardId } from "@trellis/shared/schema/ids";
import { type KeyboardEvent, useCallback } from "react";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { canvasStore } from "./canvasStore.ts";
import { centreOf, type Rect } from "./geometry.ts";
import type { Gestures } from "./gestures.ts";
import { type KeyCommand, keyCommand } from "./keyboard.ts";
import { type Direction, nearestCard } from "./nearestCard.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

export function useKeys(stage: Stage | null, gestures: () => Gestures | null, actions: Actions) {
  return useCallback(
    (event: KeyboardEvent<HTMLDivElement>) => {
      if (!stage || event.target !== event.currentTarget) return;
      const command = keyCommand(event);
      if (!command) return;
      event.preventDefault();
      run(command, stage, gestures(), actions);
    },
    [stage, gestures, actions],
  );
}

const CHANGES: ReadonlySet<KeyCommand["kind"]> = new Set([
  "nudge",
  "rename",
  "remove",
  "add",
  "connect",
  "duplicate",
]);

function run(command: KeyCommand, stage: Stage, gestures: Gestures | null, actions: Actions): void {
  const workspace = workspaceStore.getState();
  const canvas = canvasStore.getState();
  if (CHANGES.has(command.kind) && !canvas.canEdit) return;
  const { cards, link } = workspace.selection;
  const active = cards.at(-1) ?? null;
  if (command.kind === "go") go(command.direction, stage, actions);
  else if (command.kind === "zoom") actions[ZOOMS[command.step]]();
  else if (command.kind === "nudge") actions.drop(cards, command.by);
  else if (command.kind === "remove") actions.remove();
  else if (command.kind === "duplicate") actions.duplicate();
  else if (command.kind === "add") actions.addBeside();
  else if (command.kind === "selectAll") workspace.selectCards([...stage.scene.layout.cards.keys()]);
  else if (command.kind === "clear") clear(gestures);
  else if (command.kind === "open" && canvas.joinFrom) confirmJoin(canvas.joinFrom, active, stage);
  else if (command.kind === "open" && (active || link)) workspace.openPanel();
  else if (command.kind === "rename" && active) canvas.set({ titleOf: active });
  else if (command.kind === "connect" && active) canvas.set({ joinFrom: active });
}

const ZOOMS = { in: "zoomIn", out: "zoomOut", fit: "fit" } as const;

/** Escape ends the innermost thing first: a gesture, a question, a tool, the selection. */
function clear(gestures: Gestures | null): void {
  const workspace = workspaceStore.getState();
  const { joinFrom, joining, framing, set } = canvasStore.getState();
  if (gestures?.busy) gestures.cancel();
  else if (joinFrom || joining || framing) set({ joinFrom: null, joining: null, framing: false });
  else if (workspace.tool.kind !== "select") workspace.setTool({ kind: "select" });
  else workspace.clearSelection();
}

function go(direction: Direction, stage: Stage, actions: Actions): void {
  const { selection, selectCards } = workspaceStore.getState();
  const { scene } = stage;
  const active = selection.cards.at(-1);
  const from = active ? scene.rectOf(active) : undefined;
  const next = from ? nearestCard(from, direction, others(stage, active)) : first(stage);
  if (!next) return;
  selectCards([next]);
  actions.reveal(next);
}

/** Every shown card but one, from top to bottom and left to right, so that ties go the way people read. */
function others(stage: Stage, active: CardId | undefined): [CardId, Rect][] {
  return [...stage.scene.grid.entries()].filter(([id]) => id !== active);
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

function confirmJoin(from: CardId, to: CardId | null, stage: Stage): void {
  const rect = to && to !== from ? stage.scene.rectOf(to) : undefined;
  if (!to || !rect) return;
  const { x, y, zoom } = stage.view;
  const at = { x: (rect.x + rect.width) * zoom + x, y: rect.y * zoom + y };
  canvasStore.getState().set({ joinFrom: null, joining: { from, to, at } });
}
