/**
 * Moving rows with a mouse or pen: down on a row, a few pixels of way, then a mark shows where the cards would go. By
 * touch the same is reached from the row's menu, since a finger scrolls. Nothing is changed before the pointer is let go.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { isRefusal, type MoveResult, moveTo, rootsOf } from "./moves.ts";
import type { ItemRow, OutlineRow } from "./outlineRows.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

export interface Drop {
  readonly index: number;
  readonly depth: number;
  readonly zone: "before" | "inside" | "after";
  readonly isAllowed: boolean;
}

/** What a drag works on; asked anew each time, since the map may change under it. */
export interface DragScene {
  readonly model: OutlineModel;
  readonly scroller: HTMLElement | null;
  readonly height: number;
  readonly show: (drop: Drop | null) => void;
}

/** Pixels a pointer may wander during a click. */
const SLACK = 6;
/** Near an edge the outline scrolls under the drag, by so much a frame. */
const EDGE = 36;
const EDGE_STEP = 9;

export class RowDrag {
  readonly #scene: () => DragScene;
  readonly #card: CardId;
  readonly #start: PointerEvent;
  readonly #stop = new AbortController();
  #cards: readonly CardId[] | null = null;
  #result: MoveResult | null = null;
  #y: number;
  #frame = 0;

  constructor(scene: () => DragScene, card: CardId, start: PointerEvent) {
    this.#scene = scene;
    this.#card = card;
    this.#start = start;
    this.#y = start.clientY;
    const { signal } = this.#stop;
    window.addEventListener("pointermove", this.#onMove, { signal });
    window.addEventListener("pointerup", this.#onUp, { signal });
    window.addEventListener("pointercancel", () => this.end(), { signal });
    window.addEventListener("keydown", this.#onKey, { capture: true, signal });
  }

  /** Ends it without moving anything. */
  end(): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
    document.body.style.cursor = "";
    this.#scene().show(null);
  }

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.#start.pointerId) return;
    this.#y = event.clientY;
    if (!this.#cards) {
      if (Math.hypot(event.clientX - this.#start.clientX, this.#y - this.#start.clientY) < SLACK) return;
      const { selection } = workspaceStore.getState();
      const cards = selection.cards.includes(this.#card) ? selection.cards : [this.#card];
      this.#cards = rootsOf(this.#scene().model.outline, cards);
      document.body.style.cursor = "grabbing";
      this.#frame = requestAnimationFrame(this.#scroll);
    }
    this.#over();
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#start.pointerId) return;
    const result = this.#cards ? this.#result : null;
    this.end();
    if (result && !isOwn(result)) this.#scene().model.actions.move(result);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.end();
  };

  readonly #scroll = (): void => {
    const { scroller } = this.#scene();
    const box = scroller?.getBoundingClientRect();
    if (box && scroller) {
      const way = this.#y < box.top + EDGE ? -EDGE_STEP : this.#y > box.bottom - EDGE ? EDGE_STEP : 0;
      scroller.scrollTop += way;
      if (way !== 0) this.#over();
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #over(): void {
    const { model, scroller, height, show } = this.#scene();
    if (!scroller || !this.#cards) return;
    const offset = this.#y - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const index = Math.min(model.rows.length - 1, Math.max(0, Math.floor(offset / height)));
    const row: OutlineRow | undefined = model.rows[index];
    this.#result = null;
    if (row?.kind !== "item") {
      show(null);
      return;
    }
    const zone = zoneAt(row, offset / height - index);
    const isOpen = row.isOpen === true;
    this.#result = moveTo(model.outline, model.snapshot.cards, this.#cards, { key: row.key, zone, isOpen });
    const depth = row.depth + (zone === "after" && isOpen ? 1 : 0);
    show(isOwn(this.#result) ? null : { index, zone, depth, isAllowed: !isRefusal(this.#result) });
  }
}

const isOwn = (result: MoveResult): boolean => isRefusal(result) && result.cannot === "itself";

/** The edges of a row are the lines above and below it, its middle is the card itself; headings have a middle only. */
function zoneAt(row: ItemRow, within: number): Drop["zone"] {
  if (row.item.kind !== "card") return "inside";
  return within < 0.28 ? "before" : within > 0.72 ? "after" : "inside";
}
