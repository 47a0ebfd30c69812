/** The views of a map, in the order of their tabs. A view is one folder under features/ and one line here. */
import type { ComponentType } from "react";
import { Canvas } from "../features/canvas/index.ts";
import { later } from "../ui/later.tsx";
import type { Folds } from "../workspace/shownNow.ts";
import { FailingChecks } from "./FailingChecks.tsx";

export interface MapView {
  /** Last part of the address, `/maps/<map>/<id>`, and the key of its name under `map.view`. */
  readonly id: string;
  readonly Page: ComponentType;
  readonly folds: Folds;
  /** It shows cards of a type of its own choice and says itself how many of them: the canvas's count is another one. */
  readonly counts?: boolean;
  /** Its cards wear the colours of the lens that is chosen in the look. */
  readonly isColoured?: boolean;
  /** What its tab says beside its name. */
  readonly Aside?: ComponentType;
}

const DASHBOARD: MapView = {
  id: "dashboard",
  Page: later(async () => (await import("../features/dashboard/index.ts")).Dashboard),
  folds: "shown",
};

const CANVAS: MapView = { id: "canvas", Page: Canvas, folds: "hidden", isColoured: true };

const OUTLINE: MapView = {
  id: "outline",
  Page: later(async () => (await import("../features/outline/index.ts")).Outline),
  folds: "shown",
  isColoured: true,
};

const TABLE: MapView = {
  id: "table",
  Page: later(async () => (await import("../features/table/index.ts")).Table),
  folds: "shown",
  counts: true,
};

const RESPONSIBILITIES: MapView = {
  id: "responsibilities",
  Page: later(async () => (await import("../features/responsibilities/index.ts")).Responsibilities),
  folds: "shown",
};

const INDICATORS: MapView = {
  id: "indicators",
  Page: later(async () => (await import("../features/indicators/index.ts")).Indicators),
  folds: "shown",
};

const FUNDING: MapView = {
  id: "funding",
  Page: later(async () => (await import("../features/funding/index.ts")).Funding),
  folds: "shown",
};

const ROADMAP: MapView = {
  id: "roadmap",
  Page: later(async () => (await import("../features/roadmap/index.ts")).Roadmap),
  folds: "shown",
};

const HEALTH: MapView = {
  id: "health",
  Page: later(async () => (await import("../features/health/index.ts")).Health),
  folds: "shown",
  Aside: FailingChecks,
};

const LIBRARY: MapView = {
  id: "library",
  Page: later(async () => (await import("../features/library/index.ts")).Library),
  folds: "shown",
};

export const MAP_VIEWS: readonly MapView[] = [
  DASHBOARD,
  CANVAS,
  OUTLINE,
  TABLE,
  RESPONSIBILITIES,
  INDICATORS,
  FUNDING,
  ROADMAP,
  HEALTH,
  LIBRARY,
];

/** The view that an address names; the canvas stands for an address that names none, or one there is not. */
export const viewNamed = (id: string | undefined): MapView =>
  MAP_VIEWS.find((view) => view.id === id) ?? CANVAS;

/** Where a view lives. The canvas has the map's own address. */
export const viewPath = (mapId: string, viewId: string): string =>
  viewId === CANVAS.id ? `/maps/${mapId}` : `/maps/${mapId}/${viewId}`;
