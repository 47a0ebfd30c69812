/*
 * A peer of the canvas: Excalidraw with the cards of the map as rectangles with bound text and the links as bound
 * arrows, loaded as a saved drawing is.
 */
import "@excalidraw/excalidraw/index.css";
import { Excalidraw } from "@excalidraw/excalidraw";
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import type { ComponentProps } from "react";
import { createRoot } from "react-dom/client";
import { HEIGHT, map, publish, root, WIDTH } from "./bench.ts";

const OVERVIEW = 0.1;

type Elements = NonNullable<Awaited<NonNullable<ComponentProps<typeof Excalidraw>["initialData"]>>>;

const element = (id: string, type: string, seed: number) => ({
  id,
  type,
  angle: 0,
  strokeColor: "#1e293b",
  backgroundColor: "transparent",
  fillStyle: "solid",
  strokeWidth: 1,
  strokeStyle: "solid",
  roughness: 0,
  opacity: 100,
  groupIds: [],
  frameId: null,
  index: null,
  roundness: null as null | { type: number },
  seed,
  version: 1,
  versionNonce: seed,
  isDeleted: false,
  boundElements: [] as { id: string; type: string }[],
  updated: 1,
  link: null,
  locked: false,
});

const boxes = new Map(
  map.cards.map(({ id, x, y }, index) => {
    const place = { x: x - WIDTH / 2, y: y - HEIGHT / 2, width: WIDTH, height: HEIGHT };
    const box = { ...element(id, "rectangle", index + 1), ...place, backgroundColor: "#e2e8f0" };
    box.roundness = { type: 3 };
    box.boundElements.push({ id: `text ${id}`, type: "text" });
    return [id, box];
  }),
);
const texts = map.cards.map(({ id, title, x, y }, index) => ({
  ...element(`text ${id}`, "text", index + 1),
  x: x - 100,
  y: y - 10,
  width: 200,
  height: 20,
  text: title,
  originalText: title,
  fontSize: 16,
  fontFamily: 2,
  textAlign: "center",
  verticalAlign: "middle",
  containerId: id,
  lineHeight: 1.25,
  autoResize: true,
}));
const arrows = map.links.flatMap(({ id, from, to }, index) => {
  const [start, end] = [boxes.get(from), boxes.get(to)];
  if (!start || !end) return [];
  for (const box of [start, end]) box.boundElements.push({ id, type: "arrow" });
  const at = { x: start.x + WIDTH / 2, y: start.y + HEIGHT + 4 };
  const way = { x: end.x + WIDTH / 2 - at.x, y: end.y - 4 - at.y };
  const size = { width: Math.abs(way.x), height: Math.abs(way.y) };
  return [
    {
      ...element(id, "arrow", index + 1),
      ...at,
      ...size,
      points: [
        [0, 0],
        [way.x, way.y],
      ],
      lastCommittedPoint: null,
      startBinding: { elementId: from, focus: 0, gap: 4 },
      endBinding: { elementId: to, focus: 0, gap: 4 },
      startArrowhead: null,
      endArrowhead: "arrow",
      elbowed: false,
    },
  ];
});
const elements = [...[...boxes.values()].flatMap((box, index) => [box, texts[index]]), ...arrows];

function start(api: ExcalidrawImperativeAPI): void {
  if (api.getSceneElements().length < elements.length) {
    requestAnimationFrame(() => start(api));
    return;
  }
  const card = (index: number) => {
    const found = api.getSceneElements().find(({ id }) => id === map.cards[index]?.id);
    if (!found) throw new Error(`There is no card ${index}.`);
    return found;
  };
  let rested: ReturnType<typeof setTimeout> | undefined;
  publish({
    view: () => {
      const { zoom, scrollX, scrollY } = api.getAppState();
      const { value } = zoom;
      return { x: innerWidth / 2 / value - scrollX, y: innerHeight / 2 / value - scrollY, zoom: value };
    },
    // As its own zoom by wheel does: bitmaps are kept while the zoom changes and drawn anew 300 ms later.
    setView: (x, y, zoom) => {
      clearTimeout(rested);
      rested = setTimeout(
        () => api.updateScene({ appState: { shouldCacheIgnoreZoom: false } as never }),
        300,
      );
      const place = { scrollX: innerWidth / 2 / zoom - x, scrollY: innerHeight / 2 / zoom - y };
      api.updateScene({
        appState: { shouldCacheIgnoreZoom: true, zoom: { value: zoom }, ...place } as never,
      });
    },
    nodePoint: (index) => {
      const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = api.getAppState();
      const { x, y } = card(index);
      return {
        x: (x + WIDTH / 2 + scrollX) * zoom.value + offsetLeft,
        y: (y + HEIGHT / 2 + scrollY) * zoom.value + offsetTop,
      };
    },
    nodeWorld: (index) => ({ x: card(index).x, y: card(index).y }),
    select: (indexes) => {
      const ids = indexes.map((index) => [map.cards[index]?.id, true]);
      api.updateScene({
        appState: { selectedElementIds: Object.fromEntries(ids), selectedGroupIds: {} } as never,
      });
    },
  });
}

const appState = {
  zoom: { value: OVERVIEW },
  scrollX: innerWidth / 2 / OVERVIEW,
  scrollY: innerHeight / 2 / OVERVIEW,
  viewBackgroundColor: "#fff",
};
let started = false;
createRoot(root()).render(
  <div style={{ position: "fixed", inset: 0 }}>
    <Excalidraw
      excalidrawAPI={(api) => {
        if (started) return;
        started = true;
        requestAnimationFrame(() => start(api));
      }}
      initialData={{ elements, appState, scrollToContent: false } as unknown as Elements}
    />
  </div>,
);
