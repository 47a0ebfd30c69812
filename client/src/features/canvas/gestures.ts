/**
 * Presses on the canvas: select, drag cards, draw a frame around cards, join two cards. A drag may hold cards far off
 * screen, and in the far view no card is an element, so they go by the scene. Panning and zooming are `panZoom.ts`'s; a
 * press is "claimed" when it must not pan.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { dragStep } from "./dragging.ts";
import { edgePan } from "./edgePan.ts";
import { type Point, rectBetween, toWorld } from "./geometry.ts";
import { connectorOf, type Gesture, type GestureHost, isOwnControl } from "./gesture.ts";
import { LongPress } from "./longPress.ts";
import type { Stage } from "./stage.ts";

const IDLE: Gesture = { kind: "idle" };
/** A press that moves less than this many pixels is a click. */
const SLACK = 4;
const TOUCH_SLACK = 10;
/** How near to a link a click has to be, in pixels. */
const LINK_REACH = 7;

export class Gestures {
  readonly #surface: HTMLElement;
  readonly #stage: Stage;
  readonly #host: GestureHost;
  readonly #edge: ReturnType<typeof edgePan>;
  #gesture: Gesture = IDLE;
  #slack = SLACK;
  #pointer: Point = { x: 0, y: 0 };
  #free = false;
  #longPress = new LongPress();
  #stop = new AbortController();

  constructor(surface: HTMLElement, stage: Stage, host: GestureHost) {
    this.#surface = surface;
    this.#stage = stage;
    this.#host = host;
    this.#edge = edgePan(
      () => ({ pointer: this.#pointer, ...stage.size }),
      (x, y) => {
        host.panBy(x, y);
        this.#move();
      },
    );
    const { signal } = this.#stop;
    surface.addEventListener("keydown", () => delete surface.dataset.byPointer, { signal });
    const capture = { capture: true, signal };
    surface.addEventListener("pointerdown", this.#onDown, capture);
    for (const type of ["mousedown", "touchstart"] as const)
      surface.addEventListener(type, this.#onNative, capture);
    const lift = (event: Event) => this.#longPress.lift(event);
    surface.addEventListener("touchend", lift, { ...capture, passive: false });
    surface.addEventListener("dblclick", this.#onDoubleClick, capture);
    surface.addEventListener("scroll", this.#onScroll, capture);
    surface.addEventListener("contextmenu", this.#onContextMenu, capture);
    for (const type of ["keydown", "keyup"] as const)
      window.addEventListener(type, this.#onModifier, { signal });
    window.addEventListener("pointermove", this.#onMove, { signal });
    window.addEventListener("pointerup", this.#onUp, { signal });
    window.addEventListener("pointercancel", () => this.cancel(), { signal });
  }

  close(): void {
    this.#longPress.stop();
    this.cancel();
    this.#stop.abort();
  }

  /** True while something is dragged, framed or joined. */
  get busy(): boolean {
    return this.#gesture.kind !== "idle" && this.#gesture.kind !== "pressed";
  }

  /** Puts everything back as it was before the gesture. */
  cancel(): void {
    const gesture = this.#gesture;
    this.#gesture = IDLE;
    this.#edge.stop();
    if (gesture.kind === "dragging") this.#endDrag(gesture.cards);
    if (gesture.kind === "framing") this.#host.frame(null);
    if (gesture.kind === "joining") this.#host.rubber(null);
  }

  /** Joins from a card by a second click, for those who cannot drag. */
  startJoin(from: CardId): void {
    this.cancel();
    this.#gesture = { kind: "joining", from, byClick: true, start: this.#pointer };
    this.#move();
  }

  #at(event: { readonly clientX: number; readonly clientY: number }): Point {
    const corner = this.#surface.getBoundingClientRect();
    return { x: event.clientX - corner.left, y: event.clientY - corner.top };
  }

  #world(point: Point = this.#pointer): Point {
    return toWorld(this.#stage.view, point);
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (!event.isPrimary) {
      // A second finger means to zoom: what the first began is taken back.
      this.#longPress.stop();
      this.cancel();
    }
    if (event.button !== 0 || !event.isPrimary || isOwnControl(event.target)) return;
    this.#surface.dataset.byPointer = "";
    this.#surface.focus({ preventScroll: true });
    this.#pointer = this.#at(event);
    if (this.#gesture.kind === "joining") return;
    this.#slack = event.pointerType === "touch" ? TOUCH_SLACK : SLACK;
    const connector = connectorOf(event.target);
    const card = connector ?? this.#stage.cardAt(this.#world());
    const tool = this.#host.tool();
    const mayEdit = this.#host.canEdit();
    const start = this.#pointer;
    if (card && mayEdit && (tool === "connect" || connector))
      this.#gesture = { kind: "joining", from: card, byClick: false, start };
    else if (!card && (tool === "frame" || (event.shiftKey && tool === "select"))) {
      const kept = event.shiftKey ? this.#host.selected() : [];
      this.#gesture = { kind: "framing", startWorld: this.#world(), kept };
    } else {
      // A finger on a card that is not selected pans: dragging by mistake would move the map's content.
      const firm = event.pointerType !== "touch" || (card !== null && this.#host.selected().includes(card));
      const adding = tool === "add" && mayEdit;
      this.#gesture = {
        kind: "pressed",
        card,
        start,
        claimed: card !== null && firm && mayEdit && !adding,
        adding,
      };
      if (event.pointerType === "touch")
        this.#longPress.start(this.#pointer, () => {
          this.cancel();
          this.#askMenu();
        });
    }
  };

  #askMenu(): void {
    const world = this.#world();
    const card = this.#stage.cardAt(world);
    const link = card ? null : this.#linkAt(world);
    this.#host.menu(card, link, world, this.#pointer);
  }

  readonly #onContextMenu = (event: MouseEvent): void => {
    if (isOwnControl(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    // A long press has asked already; the menu key is heard as a key, where the selection says the place.
    if (!(event instanceof PointerEvent) || event.pointerType === "touch" || event.button !== 2) return;
    this.#surface.dataset.byPointer = "";
    this.cancel();
    this.#pointer = this.#at(event);
    this.#askMenu();
  };

  /** The browser's own search, or a screen reader, scrolls to a card outside the screen: that is a pan here. */
  readonly #onScroll = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || !target.contains(this.#stage.cards.root)) return;
    const { scrollLeft, scrollTop } = target;
    if (scrollLeft === 0 && scrollTop === 0) return;
    target.scrollTo(0, 0);
    this.#host.panBy(-scrollLeft, -scrollTop);
  };

  /** Alt or Ctrl pressed or let go while the pointer rests. */
  readonly #onModifier = (event: KeyboardEvent): void => {
    if (this.#gesture.kind !== "dragging" || (event.key !== "Alt" && event.key !== "Control")) return;
    event.preventDefault();
    this.#free = event.type === "keydown";
    this.#move();
  };

  /** Keeps a claimed press from panning. */
  readonly #onNative = (event: Event): void => {
    const gesture = this.#gesture;
    if (isOwnControl(event.target)) return;
    const claimed = gesture.kind === "pressed" ? gesture.claimed : gesture.kind !== "idle";
    if (!claimed) return;
    event.stopPropagation();
    if (event.type === "mousedown") event.preventDefault();
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (this.#gesture.kind === "idle" || !event.isPrimary) return;
    this.#pointer = this.#at(event);
    this.#longPress.moved(this.#pointer);
    this.#free = event.altKey || event.ctrlKey;
    this.#move();
  };

  #move(): void {
    const gesture = this.#gesture;
    if (gesture.kind === "pressed") this.#maybeDrag(gesture);
    else if (gesture.kind === "dragging") this.#drag(gesture);
    else if (gesture.kind === "framing") this.#frame(gesture);
    else if (gesture.kind === "joining") {
      const target = this.#targetOf(gesture.from);
      this.#host.rubber({ from: gesture.from, to: this.#pointer, target });
      if (!gesture.byClick) this.#edge.start();
    }
  }

  #maybeDrag(gesture: Extract<Gesture, { kind: "pressed" }>): void {
    const { card, start, claimed } = gesture;
    if (Math.hypot(this.#pointer.x - start.x, this.#pointer.y - start.y) < this.#slack) return;
    if (!claimed || !card) {
      this.#gesture = IDLE;
      return;
    }
    const selected = this.#host.selected();
    const cards = selected.includes(card) ? selected : [card];
    this.#gesture = { kind: "dragging", lead: card, cards, startWorld: this.#world(start) };
    this.#edge.start();
    this.#move();
  }

  #drag(gesture: Extract<Gesture, { kind: "dragging" }>): void {
    const cards = gesture.cards.filter((id) => this.#stage.scene.card(id));
    if (cards.length === 0) {
      this.cancel();
      return;
    }
    const step = this.#step(gesture);
    this.#stage.setDrag({ ids: cards, by: step.by });
    this.#host.dragged(cards, step.by);
    this.#host.guide(step);
  }

  #step({ lead, cards, startWorld }: Extract<Gesture, { kind: "dragging" }>) {
    const now = this.#world();
    const way = [Math.round(now.x - startWorld.x), Math.round(now.y - startWorld.y)] as const;
    const { scene, view } = this.#stage;
    return dragStep(scene, { lead, cards, way, zoom: view.zoom, free: this.#free });
  }

  #endDrag(cards: readonly CardId[]): void {
    this.#stage.setDrag(null);
    this.#host.dragged(cards, null);
    this.#host.guide(null);
  }

  #frame(gesture: Extract<Gesture, { kind: "framing" }>): void {
    const { startWorld, kept } = gesture;
    const { x, y, zoom } = this.#stage.view;
    this.#host.frame({ from: { x: startWorld.x * zoom + x, y: startWorld.y * zoom + y }, to: this.#pointer });
    this.#edge.start();
    const inside = this.#stage.scene.grid.within(rectBetween(startWorld, this.#world()));
    this.#stage.setFramed(new Set([...kept, ...inside]));
  }

  #targetOf(from: CardId): CardId | null {
    const card = this.#stage.cardAt(this.#world());
    return card === from ? null : card;
  }

  readonly #onUp = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    this.#longPress.stop();
    if (gesture.kind === "idle" || !event.isPrimary) return;
    this.#pointer = this.#at(event);
    this.#free = event.altKey || event.ctrlKey;
    this.#edge.stop();
    if (gesture.kind === "joining") {
      this.#endJoin(gesture);
      return;
    }
    this.#gesture = IDLE;
    if (gesture.kind === "pressed") this.#click(gesture, event);
    else if (gesture.kind === "dragging") {
      // The place is written before the offset goes, so nobody sees the card jump back.
      this.#host.drop(gesture.cards, this.#step(gesture).by);
      this.#endDrag(gesture.cards);
    } else {
      this.#host.frame(null);
      this.#host.select(this.#stage.takeFramed());
    }
  };

  #endJoin(gesture: Extract<Gesture, { kind: "joining" }>): void {
    const { from, start } = gesture;
    const target = this.#targetOf(from);
    const still = Math.hypot(this.#pointer.x - start.x, this.#pointer.y - start.y) < this.#slack;
    if (!gesture.byClick && still) {
      this.#gesture = { ...gesture, byClick: true };
      return;
    }
    this.#gesture = IDLE;
    this.#host.rubber(null);
    if (target) this.#host.join(from, target, this.#pointer);
    else if (!gesture.byClick && this.#stage.cardAt(this.#world()) === null)
      this.#host.joinToNew(from, this.#world(), this.#pointer);
  }

  #linkAt(world: Point) {
    const { scene, view, isDrawn } = this.#stage;
    return scene.linkAt(world, LINK_REACH / view.zoom, isDrawn);
  }

  #click(gesture: Extract<Gesture, { kind: "pressed" }>, event: PointerEvent): void {
    const world = this.#world();
    const { card } = gesture;
    if (gesture.adding) this.#host.addAt(world);
    else if (card) {
      const selected = this.#host.selected();
      const several = event.shiftKey || event.ctrlKey || event.metaKey;
      if (!several) this.#host.select([card]);
      else if (selected.includes(card)) this.#host.select(selected.filter((id) => id !== card));
      else this.#host.select([...selected, card]);
    } else {
      const link = this.#linkAt(world);
      if (link) this.#host.selectLink(link);
      else this.#host.clear();
    }
  }

  readonly #onDoubleClick = (event: MouseEvent): void => {
    if (isOwnControl(event.target) || !this.#host.canEdit()) return;
    const world = this.#world(this.#at(event));
    const card = this.#stage.cardAt(world);
    if (card) this.#host.editTitle(card);
    else if (this.#host.tool() === "select") this.#host.addAt(world);
  };
}
