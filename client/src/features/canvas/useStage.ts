/** Makes the stage of a mounted canvas and feeds it: map, selection, peers, size, fonts, view. */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { usePeerPointers, usePeers } from "../../presence/PresenceProvider.tsx";
import { pictureDrawn } from "../../ui/later.tsx";
import { FINDINGS_PLACE } from "../../workspace/cardFindings.ts";
import { healthStore, marksShown } from "../../workspace/healthStore.ts";
import { lensMarkStore } from "../../workspace/lensMarkStore.ts";
import { lookStore } from "../../workspace/lookStore.ts";
import { openAt } from "../../workspace/panelWish.ts";
import { pathStore } from "../../workspace/pathStore.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { canvasStore } from "./canvasStore.ts";
import { CardLayer } from "./cardLayer.ts";
import { firstView } from "./firstView.ts";
import type { View } from "./geometry.ts";
import { type Motion, PanZoom } from "./panZoom.ts";
import { Stage } from "./stage.ts";
import { useShown } from "./useShown.ts";
import { readSight, sightOf, viewOf, writeSight } from "./viewHash.ts";

/** A view that rests as long is written into the address. */
const RESTS_AFTER_MS = 400;

export interface StageElements {
  readonly surface: RefObject<HTMLDivElement | null>;
  /** What takes the pointer for panning and zooming, and in it what is moved. */
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly world: RefObject<HTMLDivElement | null>;
  readonly ground: RefObject<HTMLCanvasElement | null>;
  readonly hot: RefObject<HTMLCanvasElement | null>;
}

const NO_MIDDLES: readonly CardId[] = [];

export function useStage(elements: StageElements): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null);
  const { t } = useTranslation();
  useLayoutEffect(() => {
    const { surface, pane, world, ground, hot } = elements;
    if (!surface.current || !pane.current || !world.current || !ground.current || !hot.current) return;
    const element = surface.current;
    const cards = new CardLayer(t);
    world.current.append(cards.root);
    const panZoom = new PanZoom(pane.current, world.current, () => made.moveView());
    const host = {
      getView: () => panZoom.view,
      showView: (view: View, motion?: Motion) => panZoom.show(view, motion),
      corner: () => element.getBoundingClientRect(),
      cards,
      showDetail: (detail: string) => {
        element.dataset.detail = detail;
      },
      showZooming: (zooming: boolean) => element.toggleAttribute("data-zooming", zooming),
    };
    const made = new Stage(host, ground.current, hot.current, workspaceStore.getState().shownTypes);
    const size = new ResizeObserver(() =>
      made.resize(element.clientWidth, element.clientHeight, window.devicePixelRatio),
    );
    size.observe(element);
    made.resize(element.clientWidth, element.clientHeight, window.devicePixelRatio);
    void document.fonts.ready.then(() => made.redraw());
    setStage(made);
    return () => {
      panZoom.close();
      size.disconnect();
      made.close();
      cards.root.remove();
      setStage(null);
    };
  }, [elements, t]);
  useShown(stage);
  useMapFeed(stage);
  useLook(stage);
  useFindings(stage);
  useFindingsPressed(stage);
  useColours(stage);
  usePaths(stage);
  usePeerFeed(stage);
  return stage;
}

function useMapFeed(stage: Stage | null): void {
  const store = useLiveMap();
  const placed = useRef(false);
  useLayoutEffect(() => {
    if (!stage) return;
    const show = () => {
      // Later changes never move what somebody is looking at.
      if (placed.current) return;
      const { width, height } = stage.size;
      const sight = readSight(window.location.hash);
      const middles = lookStore.getState().focus?.cards ?? NO_MIDDLES;
      const view = sight ? viewOf(sight, width, height) : firstView(stage.scene, width, height, middles);
      // A map without cards has its picture already.
      if (!view) pictureDrawn();
      if (!view || width === 0) return;
      placed.current = true;
      stage.show(view);
      // Two frames: the first one mounts and draws, at the second it is on the screen.
      requestAnimationFrame(() => requestAnimationFrame(pictureDrawn));
    };
    stage.follow(store.getSnapshot(), null);
    show();
    return store.subscribe((snapshot, change) => {
      stage.follow(snapshot, change);
      show();
    });
  }, [stage, store]);
  useEffect(() => {
    if (!stage) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let movedAt = 0;
    // One timer for a whole movement: it looks again when the view has moved on meanwhile.
    const write = () => {
      const rested = performance.now() - movedAt;
      timer = rested < RESTS_AFTER_MS ? setTimeout(write, RESTS_AFTER_MS - rested) : undefined;
      if (timer !== undefined || !placed.current) return;
      const hash = writeSight(sightOf(stage.view, stage.size.width, stage.size.height));
      window.history.replaceState(window.history.state, "", hash);
    };
    const stop = stage.onView(() => {
      movedAt = performance.now();
      timer ??= setTimeout(write, RESTS_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [stage]);
}

/** A press on the mark of a card leads to what was found on it. */
function openFindings({ target }: Event): void {
  const mark = target instanceof Element ? target.closest("[data-part=finding]") : null;
  const { cardId, type } = mark?.closest<HTMLElement>("[data-card]")?.dataset ?? {};
  if (cardId && type) openAt({ id: cardId as CardId, type: type as CardType }, FINDINGS_PLACE);
}

function useFindingsPressed(stage: Stage | null): void {
  useLayoutEffect(() => {
    if (!stage) return;
    const { root } = stage.cards;
    root.addEventListener("click", openFindings);
    return () => root.removeEventListener("click", openFindings);
  }, [stage]);
}

/** Marks of the health check, past React: a mark that changes draws its own card again and no other. */
function useFindings(stage: Stage | null): void {
  useLayoutEffect(() => {
    if (!stage) return;
    let shown = marksShown(healthStore.getState());
    if (shown.size > 0) stage.showMarks(stage.scene.mark(shown));
    return healthStore.subscribe((state) => {
      const marks = marksShown(state);
      if (marks === shown) return;
      shown = marks;
      stage.showMarks(stage.scene.mark(marks));
    });
  }, [stage]);
}

/** Values of the lens that colours the map. */
function useColours(stage: Stage | null): void {
  useLayoutEffect(() => {
    if (!stage) return;
    let shown = lensMarkStore.getState().marks;
    if (shown.size > 0) stage.showMarks(stage.scene.colour(shown));
    return lensMarkStore.subscribe(({ marks }) => {
      if (marks === shown) return;
      shown = marks;
      stage.showMarks(stage.scene.colour(marks));
    });
  }, [stage]);
}

/** Small paths of measured cards, in the same way. */
function usePaths(stage: Stage | null): void {
  useLayoutEffect(() => {
    if (!stage) return;
    let { paths: shown } = pathStore.getState();
    if (shown.size > 0) stage.showPaths(shown);
    return pathStore.subscribe(({ paths }) => {
      if (paths === shown) return;
      shown = paths;
      stage.showPaths(paths);
    });
  }, [stage]);
}

function useLook(stage: Stage | null): void {
  const peers = usePeers();
  useEffect(() => {
    const marks = new Map<CardId, { name: string; colour: string; editing: boolean }>();
    for (const peer of peers) {
      for (const id of peer.selection)
        marks.set(id as CardId, { name: peer.name, colour: peer.colour, editing: false });
    }
    for (const { editing, name, colour } of peers)
      if (editing) marks.set(editing as CardId, { name, colour, editing: true });
    canvasStore.getState().set({ marks });
  }, [peers]);
  useLayoutEffect(() => {
    if (!stage) return;
    let shown = workspaceStore.getState().shownTypes;
    let cards: readonly CardId[] = [];
    let selected: ReadonlySet<CardId> = new Set();
    let marks: ReturnType<typeof canvasStore.getState>["marks"] | null = null;
    let outlines: ReadonlyMap<CardId, string> = new Map();
    const look = () => {
      const workspace = workspaceStore.getState();
      const canvas = canvasStore.getState();
      if (workspace.shownTypes !== shown) {
        shown = workspace.shownTypes;
        stage.showTypes(shown);
      }
      if (workspace.selection.cards !== cards) {
        cards = workspace.selection.cards;
        selected = new Set(cards);
      }
      if (canvas.marks !== marks) {
        marks = canvas.marks;
        outlines = new Map([...marks].map(([id, { colour }]) => [id, colour]));
        stage.cards.setMarks(marks);
      }
      stage.cards.setTarget(canvas.target);
      stage.cards.setEditing(canvas.titleOf);
      stage.cards.root.dataset.canEdit = String(canvas.canEdit);
      const { link } = workspace.selection;
      const { hovered, titleOf } = canvas;
      const { kinds, focus } = lookStore.getState();
      const middles = focus?.cards ?? NO_MIDDLES;
      stage.setLook({ selected, link, hovered, titleOf, kinds, middles, peers: outlines });
    };
    look();
    const stops = [workspaceStore.subscribe(look), canvasStore.subscribe(look), lookStore.subscribe(look)];
    return () => stops.forEach((stop) => void stop());
  }, [stage]);
}

function usePeerFeed(stage: Stage | null): void {
  const pointers = usePeerPointers();
  useEffect(() => {
    if (!stage) return;
    const follow = () => stage.followPeers(pointers.get().values());
    follow();
    return pointers.subscribe(follow);
  }, [stage, pointers]);
}
