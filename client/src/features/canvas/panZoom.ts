/**
 * Panning and zooming of the canvas by wheel, pinch and drag. It is the part of React Flow that does that and nothing
 * else of it (docs/decisions/0025-pan-and-zoom-without-react-flow.md); only this file knows xyflow.
 * It moves the `world` element itself and then says so: a step renders nothing.
 */
import { infiniteExtent, isMacOs, PanOnScrollMode, type PanZoomInstance, XYPanZoom } from "@xyflow/system";
import { MAX_ZOOM, MIN_ZOOM } from "./firstView.ts";
import type { View } from "./geometry.ts";

/** How a view is gone to; at once when nothing is said. */
export interface Motion {
  readonly durationMs: number;
  /** At one speed and straight, as for following somebody; else it swings. */
  readonly steady?: boolean;
}

const START: View = { x: 0, y: 0, zoom: 1 };
const steady = { interpolate: "linear", ease: (time: number) => time } as const;

export class PanZoom {
  readonly #xy: PanZoomInstance;
  readonly #world: HTMLElement;
  readonly #onView: () => void;
  readonly #stop = new AbortController();
  #view: View = START;
  /** The key is held with which a wheel zooms. */
  #zooming = false;

  /** Listens on `pane`, moves `world`, calls back when the view is another. */
  constructor(pane: HTMLElement, world: HTMLElement, onView: () => void) {
    this.#world = world;
    this.#onView = onView;
    this.#xy = XYPanZoom({
      domNode: pane,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      translateExtent: infiniteExtent,
      viewport: START,
      onDraggingChange: (dragging) => pane.toggleAttribute("data-dragging", dragging),
    });
    this.#update();
    pane.addEventListener("wheel", this.#onWheel, { capture: true, signal: this.#stop.signal });
  }

  close(): void {
    this.#stop.abort();
    this.#xy.destroy();
  }

  get view(): View {
    return this.#view;
  }

  show(view: View, { durationMs, steady: isSteady = false }: Motion = { durationMs: 0 }): void {
    void this.#xy.setViewport({ ...view }, { duration: durationMs, ...(isSteady ? steady : {}) });
  }

  /** Decides before the wheel is answered; a trackpad's pinch comes as a wheel with Ctrl everywhere. */
  readonly #onWheel = ({ ctrlKey, metaKey }: WheelEvent): void => {
    const zooming = isMacOs() ? metaKey : ctrlKey;
    if (zooming === this.#zooming) return;
    this.#zooming = zooming;
    this.#update();
  };

  #moved([x, y, zoom]: readonly [number, number, number]): void {
    const before = this.#view;
    if (before.x === x && before.y === y && before.zoom === zoom) return;
    this.#view = { x, y, zoom };
    this.#world.style.transform = `translate(${x}px,${y}px) scale(${zoom})`;
    this.#onView();
  }

  #update(): void {
    this.#xy.update({
      panOnScroll: true,
      panOnScrollMode: PanOnScrollMode.Free,
      panOnScrollSpeed: 1,
      panOnDrag: true,
      zoomOnScroll: true,
      zoomOnPinch: true,
      zoomOnDoubleClick: false,
      zoomActivationKeyPressed: this.#zooming,
      preventScrolling: true,
      paneClickDistance: 1,
      noPanClassName: "nopan",
      noWheelClassName: "nowheel",
      userSelectionActive: false,
      connectionInProgress: false,
      lib: "trellis",
      onTransformChange: (transform) => this.#moved(transform),
    });
  }
}
