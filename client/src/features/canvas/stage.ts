/**
 * Brings the scene onto the screen: at most once a frame it decides which cards are elements of the page, hands them
 * to the card layer, and lets the drawn layers draw. It is the only place where view, scene and page meet; no React in here.
 * length: the one meeting place of view, scene and page; each part it calls is a file of its own.
 */
import { LocalOrigin } from "@trellis/shared/ops/edit";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapChange } from "@trellis/shared/schema/mapDoc";
import type { CardPath } from "../../workspace/pathStore.ts";
import type { CardLayer } from "./cardLayer.ts";
import { type Point, type Rect, seenBy, type View } from "./geometry.ts";
import { Glide } from "./glide.ts";
import { Layers, type Spotlight } from "./layers.ts";
import type { LinkKind } from "./linkStyle.ts";
import type { Motion } from "./panZoom.ts";
import { Pause } from "./pause.ts";
import { type PeerDrag, PeerDrags } from "./peerDrags.ts";
import { type Offset, Scene, type SceneChange } from "./scene.ts";
import type { Look, StageHost } from "./stageHost.ts";
import { type Detail, detailAt, hasMoved, nextWindow } from "./windowing.ts";

/** Selected cards that stay mounted wherever the view goes. */
const MOST_PINNED = 40;
/** With more cards than this selected, only links that show anyway are drawn. */
const MOST_LIT = 12;
/** With more cards dragged than this they cast no shadow. */
const MOST_SHADED = 8;
/** Fewer cards are mounted while the zoom changes: most of them would be gone with the next step. */
const MOST_NEW_ZOOMING = 4;
const ZOOM_PAUSE_MS = 120;
/** How long others' moves rest before the map is laid out with them, and how long it waits at most. */
const PAUSE_MS = 400;
const LONGEST_AHEAD_MS = 5_000;

export class Stage {
  readonly scene: Scene;
  readonly layers: Layers;
  readonly #host: StageHost;
  readonly #peerDrags = new PeerDrags();
  readonly #glide = new Glide();
  #size = { width: 0, height: 0 };
  #mounted: ReadonlySet<CardId> = new Set();
  #look: Look = {
    selected: new Set(),
    link: null,
    hovered: null,
    titleOf: null,
    kinds: new Set(),
    middles: [],
    peers: new Map(),
  };
  #drag: { readonly ids: readonly CardId[]; readonly by: Offset } | null = null;
  #framed: ReadonlySet<CardId> | null = null;
  /** The card last selected: the one the focus is on. */
  #active: CardId | null = null;
  #frame = 0;
  /** Mounted cards to bring up to date with the next frame. */
  #stale = new Set<CardId>();
  /** What was seen when cards were last mounted; null when that has to be looked at again. */
  #windowAt: Rect | null = null;
  /** Runs while the zoom changes. */
  #zooming: ReturnType<typeof setTimeout> | undefined;
  #zoom = 0;
  #detail: Detail | null = null;
  #viewListeners = new Set<(view: View) => void>();
  #sceneListeners = new Set<() => void>();
  #again: ReturnType<typeof setTimeout> | undefined;
  /** Lays the map out with what others have moved. */
  readonly #catchUp = new Pause(PAUSE_MS, LONGEST_AHEAD_MS, () => {
    const done = this.scene.catchUp();
    this.#applyDrags();
    this.#took(done);
  });

  constructor(
    host: StageHost,
    ground: HTMLCanvasElement,
    hot: HTMLCanvasElement,
    shown: ReadonlySet<CardType>,
  ) {
    this.scene = new Scene(shown);
    this.layers = new Layers(ground, hot, this.scene);
    this.#host = host;
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#again);
    clearTimeout(this.#zooming);
    this.#catchUp.stop();
    this.layers.close();
  }

  /** The elements of the cards near the screen. */
  get cards(): CardLayer {
    return this.#host.cards;
  }

  get view(): View {
    return this.#host.getView();
  }

  /** Goes to a view; at once when nothing is said of how. */
  show(view: View, motion?: Motion): void {
    this.#host.showView(view, motion);
  }

  corner(): Point {
    return this.#host.corner();
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.#size;
  }

  get dragging(): readonly CardId[] {
    return this.#drag?.ids ?? [];
  }

  resize(width: number, height: number, density: number): void {
    this.#size = { width, height };
    this.layers.resize(width, height, density);
    this.moveView();
  }

  /** The view changed: what is drawn follows at once, cards are mounted with the next frame. */
  moveView(): void {
    const view = this.view;
    if (view.zoom !== this.#zoom) this.#zoomTo(view.zoom);
    this.layers.update(view);
    for (const listener of this.#viewListeners) listener(view);
    if (this.#wantsOthers(this.seen())) this.#schedule();
  }

  /** Whether other cards may have to be mounted. Far out none come, wherever the view goes. */
  #wantsOthers(seen: Rect): boolean {
    return !this.#windowAt || (this.#detail !== "far" && hasMoved(this.#windowAt, seen));
  }

  /** While the zoom changes cards keep their type sizes, so that words grow instead of running anew at each step. */
  #zoomTo(zoom: number): void {
    const isFirst = this.#zoom === 0;
    this.#zoom = zoom;
    const far = detailAt(zoom) === "far";
    if (isFirst || far !== (this.#detail === "far")) this.#setDetail(detailAt(zoom));
    if (isFirst) return;
    if (!this.#zooming) this.#host.showZooming(true);
    clearTimeout(this.#zooming);
    this.#zooming = setTimeout(() => {
      this.#zooming = undefined;
      this.#host.showZooming(false);
      this.#setDetail(detailAt(this.#zoom));
      this.#windowAt = null;
      this.#schedule();
    }, ZOOM_PAUSE_MS);
  }

  #setDetail(detail: Detail): void {
    if (detail === this.#detail) return;
    this.#detail = detail;
    this.#windowAt = null;
    this.#host.showDetail(detail);
  }

  onView(listener: (view: View) => void): () => void {
    this.#viewListeners.add(listener);
    return () => this.#viewListeners.delete(listener);
  }

  /** Calls back when lanes, places or links changed. */
  onScene(listener: () => void): () => void {
    this.#sceneListeners.add(listener);
    return () => this.#sceneListeners.delete(listener);
  }

  follow(snapshot: MapSnapshot, change: MapChange | null): void {
    this.scene.inSight = this.#detail === "far" ? null : this.seen();
    const places = new Map([...(change?.cards ?? [])].map((id) => [id, this.scene.card(id)?.pos]));
    // What others move is shown where it goes at once; the map is laid out anew when they pause.
    const ahead =
      change !== null && !(change.origin instanceof LocalOrigin) && this.scene.followAhead(snapshot, change);
    const done = ahead ? null : this.scene.follow(snapshot, change);
    this.#peerDrags.placed(
      [...places].filter(([id, pos]) => this.scene.card(id)?.pos !== pos).map(([id]) => id),
    );
    const drag = this.#drag;
    if (drag?.ids.some((id) => !this.scene.card(id)))
      this.#drag = { ids: drag.ids.filter((id) => this.scene.card(id)), by: drag.by };
    if (done) {
      this.#catchUp.stop();
      this.#applyDrags();
      this.#took(done);
    } else {
      this.#catchUp.again();
      this.#schedule();
    }
  }

  showTypes(shown: ReadonlySet<CardType>): void {
    this.#took(this.scene.show(shown));
  }

  /** Shows these cards alone, each where it stands anyway; null shows all. */
  showOnly(only: ReadonlySet<CardId> | null): void {
    this.#took(this.scene.showOnly(only));
  }

  /** Takes over that cards wear other marks: `scene.mark`, `scene.colour`. */
  showMarks = (change: SceneChange): void => this.#took(change);

  /** Draws the small paths of measured cards. */
  showPaths = (paths: ReadonlyMap<CardId, CardPath>): void => this.#took(this.scene.measure(paths));

  setLook(look: Look): void {
    const before = this.#look;
    this.#look = look;
    const far = this.#detail === "far";
    const lit = this.layers.spotlight.selected;
    this.layers.spotlight = this.#spotlight();
    const selected = this.#selected;
    if (
      before.kinds !== look.kinds ||
      before.middles !== look.middles ||
      (far && (lit !== selected || before.peers !== look.peers))
    )
      this.layers.invalidate();
    if (lit !== selected) {
      if (this.#active) this.#stale.add(this.#active);
      this.#active = [...selected].at(-1) ?? null;
      for (const id of lit) if (!selected.has(id)) this.#stale.add(id);
      for (const id of selected) if (!lit.has(id)) this.#stale.add(id);
    }
    this.#windowAt = null;
    this.#schedule();
  }

  /** Cards dragged here; null when the drag is over. */
  setDrag(drag: { readonly ids: readonly CardId[]; readonly by: Offset } | null): void {
    this.#drag = drag;
    this.#schedule();
  }

  /** Lets cards glide these ways back from where they were. */
  letGlide(ways: ReadonlyMap<CardId, Offset>): void {
    this.#glide.start(ways, performance.now());
    this.#applyDrags();
  }

  /** Cards inside a frame being drawn: shown as selected until the frame is done. */
  setFramed(cards: ReadonlySet<CardId>): void {
    const before = this.#framed;
    if (before && before.size === cards.size && [...cards].every((id) => before.has(id))) return;
    this.#framed = cards;
    this.setLook(this.#look);
  }

  /** Ends the frame and says what was inside. */
  takeFramed(): CardId[] {
    const cards = [...(this.#framed ?? [])];
    this.#framed = null;
    this.setLook(this.#look);
    return cards;
  }

  followPeers(peers: Iterable<PeerDrag>): void {
    this.#peerDrags.follow(peers, performance.now());
    this.#schedule();
  }

  /** Draws everything anew, for instance once the fonts have arrived. */
  redraw(): void {
    this.layers.invalidate();
    this.#schedule();
  }

  isDrawn = (line: { readonly kind: LinkKind; readonly from: CardId; readonly to: CardId }): boolean =>
    this.#look.kinds.has(line.kind) || this.#lit().has(line.from) || this.#lit().has(line.to);

  cardAt(point: Point): CardId | null {
    return this.scene.cardAt(point);
  }

  seen(): Rect {
    return seenBy(this.view, this.#size.width, this.#size.height);
  }

  #took(change: SceneChange): void {
    if (change.ground) {
      this.layers.invalidate();
      for (const listener of this.#sceneListeners) listener();
    }
    if (change.ground) this.#windowAt = null;
    for (const id of change.cards) if (this.#mounted.has(id)) this.#stale.add(id);
    if (this.#detail === "far" && change.cards.size > 0) this.layers.invalidate();
    this.#schedule();
  }

  #applyDrags(): void {
    const { offsets, askAgain } = this.#peerDrags.offsets(performance.now());
    for (const [id, by] of this.scene.ahead) {
      const more = offsets.get(id) ?? [0, 0];
      offsets.set(id, [by[0] + more[0], by[1] + more[1]]);
    }
    if (this.#glide.layOver(offsets, performance.now())) this.#schedule();
    for (const id of this.#drag?.ids ?? []) offsets.set(id, this.#drag?.by ?? [0, 0]);
    const before = this.scene.dragged;
    const changed = this.scene.drag(offsets);
    // A card that starts or stops moving changes layers; one that only moves on does not.
    if ([...changed].some((id) => before.has(id) !== offsets.has(id))) this.layers.invalidate();
    if (changed.size > 0) this.layers.heat();
    for (const id of changed) if (this.#mounted.has(id)) this.#stale.add(id);
    clearTimeout(this.#again);
    if (askAgain !== null) this.#again = setTimeout(() => this.#schedule(), askAgain + 1);
  }

  get #selected(): ReadonlySet<CardId> {
    return this.#framed ?? this.#look.selected;
  }

  #lit(): ReadonlySet<CardId> {
    return this.layers.spotlight.cards;
  }

  #spotlight(): Spotlight {
    const { hovered, link, kinds, middles, peers } = this.#look;
    const selected = this.#selected;
    const lit = new Set([...(selected.size > MOST_LIT ? [] : selected), ...middles]);
    if (hovered !== null) lit.add(hovered);
    return { cards: lit, selected, link, peers, isCalm: (line) => kinds.has(line.kind) };
  }

  #schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#tick();
    });
  }

  #tick(): void {
    this.#applyDrags();
    this.layers.update(this.view);
    const seen = this.seen();
    if (this.#wantsOthers(seen)) this.#mount(seen);
    this.cards.root.toggleAttribute("data-crowded", this.scene.dragged.size > MOST_SHADED);
    for (const id of this.#stale) if (this.#mounted.has(id)) this.#show(id);
    this.#stale.clear();
    this.cards.settle();
    if (!this.scene.routing) return;
    this.scene.routeMore();
    this.layers.heat();
    if (!this.scene.routing) this.layers.invalidate();
    this.#schedule();
  }

  /** Decides anew which cards are mounted. */
  #mount(seen: Rect): void {
    const { titleOf, selected } = this.#look;
    const far = this.#detail === "far";
    const pinned = new Set([...selected].slice(far ? -1 : -MOST_PINNED));
    if (titleOf !== null) pinned.add(titleOf);
    const before = this.#mounted;
    const { mounted, more } = nextWindow(
      before,
      seen,
      detailAt(this.view.zoom),
      pinned,
      (area) => this.scene.grid.within(area),
      (id) => this.scene.grid.rect(id),
      this.#zooming ? MOST_NEW_ZOOMING : undefined,
    );
    this.#mounted = mounted;
    for (const id of before) if (!mounted.has(id)) this.cards.hide(id);
    for (const id of mounted) if (!before.has(id)) this.#show(id);
    this.#windowAt = more ? null : seen;
    if (more) this.#schedule();
  }

  #show(id: CardId): void {
    const rect = this.scene.rectOf(id);
    const face = this.scene.face(id);
    const selected = this.#selected.has(id);
    const active = selected && id === this.#active;
    const dragging = this.scene.dragged.has(id) && !this.#glide.has(id);
    if (!rect || !face) this.cards.hide(id);
    else this.cards.show({ id, rect, face, selected, active, dragging });
  }
}
