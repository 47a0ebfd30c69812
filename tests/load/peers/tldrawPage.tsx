/*
 * A peer of the canvas: tldraw with the cards of the map as its own rectangles and the links as bound arrows, in a store
 * filled before it starts, as a loaded document is; without its menus. Used here for development only, as its licence
 * allows; no part of it is in Trellis.
 */
import "tldraw/tldraw.css";
import { getAssetUrlsByImport } from "@tldraw/assets/imports.vite";
import { createRoot } from "react-dom/client";
import {
  createShapeId,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  type Editor,
  getIndicesAbove,
  type TLRecord,
  Tldraw,
  toRichText,
} from "tldraw";
import { HEIGHT, map, publish, root, WIDTH } from "./bench.ts";

const OVERVIEW = 0.1;
const PAGE = "page:page";

const order = getIndicesAbove("a1" as never, map.cards.length + map.links.length);
const common = { typeName: "shape", parentId: PAGE, rotation: 0, isLocked: false, opacity: 1, meta: {} };

const shapes = () =>
  map.cards.map(({ id, title, x, y }, index) => ({
    ...common,
    id: createShapeId(id),
    index: order[map.links.length + index],
    x: x - WIDTH / 2,
    y: y - HEIGHT / 2,
    type: "geo",
    props: {
      w: WIDTH,
      h: HEIGHT,
      geo: "rectangle",
      dash: "solid",
      growY: 0,
      url: "",
      scale: 1,
      flipX: false,
      flipY: false,
      color: "grey",
      labelColor: "black",
      fill: "solid",
      size: "s",
      font: "draw",
      align: "middle",
      verticalAlign: "middle",
      richText: toRichText(title),
    },
  }));

const arrows = () =>
  map.links.map(({ id }, index) => ({
    ...common,
    id: createShapeId(id),
    index: order[index],
    x: 0,
    y: 0,
    type: "arrow",
    props: {
      kind: "arc",
      elbowMidPoint: 0.5,
      dash: "solid",
      size: "s",
      fill: "none",
      color: "grey",
      labelColor: "black",
      bend: 0,
      start: { x: 0, y: 0 },
      end: { x: 2, y: 0 },
      arrowheadStart: "none",
      arrowheadEnd: "arrow",
      richText: toRichText(""),
      labelPosition: 0.5,
      font: "draw",
      scale: 1,
    },
  }));

const bindings = () =>
  map.links.flatMap(({ id, from, to }) =>
    (["start", "end"] as const).map((terminal) => ({
      id: `binding:${id}${terminal}`,
      typeName: "binding",
      type: "arrow",
      fromId: createShapeId(id),
      toId: createShapeId(terminal === "start" ? from : to),
      meta: {},
      props: {
        terminal,
        normalizedAnchor: { x: 0.5, y: 0.5 },
        isExact: false,
        isPrecise: false,
        snap: "none",
      },
    })),
  );

function filledStore() {
  const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
  const pages = [
    { id: "document:document", typeName: "document", gridSize: 10, name: "", meta: {} },
    { id: PAGE, typeName: "page", name: "Page 1", index: "a1", meta: {} },
  ];
  store.mergeRemoteChanges(() => {
    store.put([...pages, ...shapes(), ...arrows(), ...bindings()] as unknown as TLRecord[]);
  });
  return store;
}

function start(editor: Editor): void {
  const card = (index: number) => {
    const shape = editor.getShape(createShapeId(map.cards[index]?.id ?? ""));
    if (!shape) throw new Error(`There is no card ${index}.`);
    return shape;
  };
  editor.user.updateUserPreferences({ animationSpeed: 0 });
  const zoomSteps = [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];
  editor.setCameraOptions({ ...editor.getCameraOptions(), zoomSteps, wheelBehavior: "pan" });
  editor.setCamera({ x: 0, y: 0, z: OVERVIEW }, { immediate: true });
  editor.setCurrentTool("select");
  publish({
    view: () => {
      const { x, y, z } = editor.getCamera();
      return { x: innerWidth / 2 / z - x, y: innerHeight / 2 / z - y, zoom: z };
    },
    setView: (x, y, zoom) => {
      const place = { x: innerWidth / 2 / zoom - x, y: innerHeight / 2 / zoom - y, z: zoom };
      editor.setCamera(place, { immediate: true });
    },
    nodePoint: (index) => {
      const { x, y } = card(index);
      return editor.pageToViewport({ x: x + WIDTH / 2, y: y + HEIGHT / 2 });
    },
    nodeWorld: (index) => ({ x: card(index).x, y: card(index).y }),
    select: (indexes) => {
      editor.select(...indexes.map((index) => createShapeId(map.cards[index]?.id ?? "")));
    },
  });
}

createRoot(root()).render(
  <div style={{ position: "fixed", inset: 0 }}>
    <Tldraw
      hideUi
      store={filledStore()}
      assetUrls={getAssetUrlsByImport()}
      options={{ maxShapesPerPage: 200_000 }}
      onMount={start}
    />
  </div>,
);
