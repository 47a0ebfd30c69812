/** Opens a question of the canvas beside what it is about. */
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { askingStore, type Question } from "./asking.ts";
import type { Point } from "./geometry.ts";
import type { Stage } from "./stage.ts";

/** Room a list needs below and beside its place, in pixels; nearer to the edge it would cover what it is about. */
const ROOM = { width: 340, height: 120 };
const GAP = 6;

const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value));

/** Below the active card, or the selected link's middle, or the middle of the canvas; always inside the canvas. */
export function placeOfSelection(stage: Stage): Point {
  const { cards, link } = workspaceStore.getState().selection;
  const { view, size, scene } = stage;
  const ends = link ? scene.snapshot.links.get(link) : undefined;
  const rects = (ends ? [ends.from, ends.to] : cards.slice(-1)).flatMap((id) => scene.rectOf(id) ?? []);
  if (rects.length === 0) return { x: size.width / 2, y: size.height / 3 };
  const count = rects.length;
  const x = rects.reduce((sum, rect) => sum + rect.x + (count > 1 ? rect.width / 2 : 0), 0) / count;
  const y =
    rects.reduce((sum, rect) => sum + rect.y + (count > 1 ? rect.height / 2 : rect.height), 0) / count;
  return {
    x: between(x * view.zoom + view.x, GAP, size.width - ROOM.width),
    y: between(y * view.zoom + view.y + GAP, GAP, size.height - ROOM.height),
  };
}

export const askHere = (stage: Stage, question: Question): void =>
  askingStore.getState().ask(question, placeOfSelection(stage));
