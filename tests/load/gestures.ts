/*
 * The gestures: pan at a distance and close by, zoom in and out, drag one card and a hundred. Each is checked by its
 * effect: a wheel that moved nothing or a drag that left the card in its place is a failure, not a fast figure.
 */
import type { CDPSession, Page } from "@playwright/test";
import { round } from "./histogram.ts";

export const GESTURES = ["panFar", "pan", "zoom", "drag1", "drag100"] as const;
export type Gesture = (typeof GESTURES)[number];

export interface GestureResult {
  readonly steps: number;
  /** Main-thread CPU per input step: script alone, layout and style, and everything. */
  readonly scriptMsPerStep: number;
  readonly layoutMsPerStep: number;
  readonly taskMsPerStep: number;
  /** All threads of the page's process, raster in software included. */
  readonly rendererCpuMsPerStep: number;
  /** Frames as they came; depends on the machine. */
  readonly frameP95Ms: number;
  readonly longTasksMs: number;
  readonly longTasks: number;
}

interface Place {
  x: number;
  y: number;
}

const MIDDLE = { x: 720, y: 450 } as const;
const OVERVIEW = 0.1;
/** A slow machine must not hold up the whole bench. */
const GESTURE_LIMIT_MS = 12_000;
/** Cards that are dragged together, and the zoom at which they are on the screen together. */
const MANY = 100;
const MANY_ZOOM = 0.3;
const ZOOM_STEPS = 40;
/** The step after which it is seen that a gesture has its effect; a page too slow to come so far is looked at last. */
const LOOKED_AT = 9;

/** Measures all five on a page that is ready; one that could not be done is null and said in `problems`. */
export async function measureGestures(
  page: Page,
  devtools: CDPSession,
  processes: CDPSession,
  places: readonly Place[],
): Promise<{ gestures: Record<Gesture, GestureResult | null>; problems: string[] }> {
  const hands = new Hands(page, devtools, processes);
  await page.evaluate(watchFrames);
  const card = middleCard(places);
  const centre = places[card]!;
  const problems: string[] = [];
  const attempt = async (name: Gesture, work: () => Promise<GestureResult>) => {
    try {
      return await work();
    } catch (error) {
      // What a page could do before is still worth knowing.
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  const gestures = {
    panFar: await attempt("panFar", () => hands.pan(centre, OVERVIEW)),
    pan: await attempt("pan", () => hands.pan(centre, 1)),
    zoom: await attempt("zoom", () => hands.zoom(centre)),
    drag1: await attempt("drag1", () => hands.drag([card], centre, 1)),
    drag100: await attempt("drag100", () => hands.drag(nearest(places, centre), centre, MANY_ZOOM)),
  };
  return { gestures, problems };
}

/** The cards nearest to a place, the nearest first; rows count more, so that all are on the screen. */
function nearest(places: readonly Place[], { x, y }: Place): number[] {
  const distance = (place: Place) => (place.x - x) ** 2 + 2.8 * (place.y - y) ** 2;
  return places
    .map((place, index) => [index, distance(place)] as const)
    .sort(([, one], [, other]) => one - other)
    .slice(0, MANY)
    .map(([index]) => index);
}

/** The card nearest to the middle of the map. */
function middleCard(places: readonly Place[]): number {
  const middle = (axis: "x" | "y") => {
    const values = places.map((place) => place[axis]);
    return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  };
  const [x, y] = [middle("x"), middle("y")];
  const distance = (place: Place) => Math.hypot(place.x - x, place.y - y);
  return places.reduce((best, place, at) => (distance(place) < distance(places[best]!) ? at : best), 0);
}

/** Runs in the page: frame intervals and long tasks since the last look. */
function watchFrames(): void {
  const seen = { frames: [] as number[], longTasks: [] as number[] };
  Object.assign(window, { __seen: seen });
  let last = 0;
  const tick = (now: number) => {
    if (last > 0) seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
  }).observe({ type: "longtask" });
}

type MouseEventType = "mouseMoved" | "mousePressed" | "mouseReleased" | "mouseWheel";

class Hands {
  private readonly page: Page;
  private readonly devtools: CDPSession;
  private readonly processes: CDPSession;

  constructor(page: Page, devtools: CDPSession, processes: CDPSession) {
    this.page = page;
    this.devtools = devtools;
    this.processes = processes;
  }

  async pan(centre: Place, zoom: number): Promise<GestureResult> {
    await this.look(centre, zoom);
    const before = await this.view();
    let moved = 0;
    const look = async () => {
      const now = await this.view();
      moved = Math.hypot(now.x - before.x, now.y - before.y);
    };
    const result = await this.measure(90, async (step) => {
      const direction = step < 45 ? 1 : -1;
      await this.mouse("mouseWheel", MIDDLE, { deltaX: 48 * direction, deltaY: 20 * direction });
      if (step === LOOKED_AT) await look();
    });
    if (result.steps <= LOOKED_AT) await look();
    if (moved * zoom < 200) throw new Error(`Panning moved the view by ${Math.round(moved * zoom)} px.`);
    return result;
  }

  /** Through the page's own call, once a frame: a wheel zooms by another factor on each page. */
  async zoom(centre: Place): Promise<GestureResult> {
    await this.look(centre, OVERVIEW);
    let closest = 0;
    const result = await this.measure(2 * ZOOM_STEPS, async (step) => {
      const way = step < ZOOM_STEPS ? step + 1 : 2 * ZOOM_STEPS - 1 - step;
      const zoom = OVERVIEW * 10 ** (way / ZOOM_STEPS);
      await this.page.evaluate(
        ([x, y, z]) =>
          new Promise<void>((resolve) =>
            requestAnimationFrame(() => {
              window.__bench!.setView(x, y, z);
              resolve();
            }),
          ),
        [centre.x, centre.y, zoom] as const,
      );
      if (step === LOOKED_AT) closest = (await this.view()).zoom;
    });
    if (result.steps <= LOOKED_AT) closest = (await this.view()).zoom;
    if (closest < 1.5 * OVERVIEW) throw new Error(`Zooming in came from ${OVERVIEW} to ${closest} only.`);
    return result;
  }

  /** Drags the first of `cards` by the pointer, the others with it. */
  async drag(cards: readonly number[], centre: Place, zoom: number): Promise<GestureResult> {
    const [first = 0] = cards;
    const last = cards.at(-1) ?? first;
    const many = cards.length > 1;
    const select = (indexes: readonly number[]) =>
      this.page.evaluate((chosen) => window.__bench!.select(chosen), [...indexes]);
    const worldOf = () => this.page.evaluate((index) => ({ ...window.__bench!.nodeWorld(index) }), last);
    await select([]);
    await this.look(centre, zoom);
    if (many) await select(cards);
    await this.rest(400);
    const before = await worldOf();
    const point = await this.page.evaluate((index) => window.__bench!.nodePoint(index), first);
    // Beside the middle of the card, where neither a handle nor a button is.
    const from = many ? { x: 0, y: 4 } : { x: -60, y: 8 };
    const at = (dx: number, dy: number) => ({ x: point.x + from.x + dx, y: point.y + from.y + dy });
    const held = { button: "left", buttons: 1 } as const;
    await this.mouse("mouseMoved", at(0, 0));
    await this.mouse("mousePressed", at(0, 0), { ...held, clickCount: 1 });
    await this.mouse("mouseMoved", at(4, 3), held);
    await this.mouse("mouseMoved", at(8, 6), held);
    await this.rest(60);
    const result = await this.measure(60, (step) => {
      const way = step < 30 ? step + 1 : 59 - step;
      return this.mouse("mouseMoved", at(8 + way * 5, 6 + way * 3), held);
    });
    await this.mouse("mouseMoved", at(108, 56), held);
    await this.rest(60);
    await this.mouse("mouseReleased", at(108, 56), { button: "left", buttons: 0, clickCount: 1 });
    await this.rest(600);
    const after = await worldOf();
    const moved = Math.hypot(after.x - before.x, after.y - before.y) * zoom;
    if (moved < 60 || moved > 200)
      throw new Error(`The dragged card moved by ${Math.round(moved)} px, not 120.`);
    return result;
  }

  private view(): Promise<Place & { zoom: number }> {
    return this.page.evaluate(() => window.__bench!.view());
  }

  private async look({ x, y }: Place, zoom: number): Promise<void> {
    await this.page.evaluate(([px, py, z]) => window.__bench!.setView(px, py, z), [x, y, zoom] as const);
    await this.mouse("mouseMoved", MIDDLE);
    await this.rest(400);
  }

  private rest(ms: number): Promise<unknown> {
    return this.page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), ms);
  }

  private async mouse(
    type: MouseEventType,
    { x, y }: Place,
    more: Partial<{
      button: "left";
      buttons: number;
      clickCount: number;
      deltaX: number;
      deltaY: number;
    }> = {},
  ): Promise<void> {
    await this.devtools.send("Input.dispatchMouseEvent", {
      type,
      x,
      y,
      button: "none",
      buttons: 0,
      pointerType: "mouse",
      ...more,
    });
  }

  /** CPU of all pages' processes (ms); one page is open. */
  private async rendererCpu(): Promise<number> {
    const { processInfo } = await this.processes.send("SystemInfo.getProcessInfo");
    return processInfo
      .filter(({ type }) => type === "renderer")
      .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  }

  private async metrics(): Promise<Map<string, number>> {
    const { metrics } = await this.devtools.send("Performance.getMetrics");
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }

  private async measure(wanted: number, step: (n: number) => Promise<void>): Promise<GestureResult> {
    await this.page.evaluate(() => {
      const { __seen: seen } = window as unknown as { __seen: { frames: number[]; longTasks: number[] } };
      seen.frames.length = 0;
      seen.longTasks.length = 0;
    });
    const before = await this.metrics();
    const cpuBefore = await this.rendererCpu();
    const began = performance.now();
    let steps = 0;
    while (steps < wanted && performance.now() - began < GESTURE_LIMIT_MS) {
      await step(steps);
      steps += 1;
    }
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const after = await this.metrics();
    const cpu = (await this.rendererCpu()) - cpuBefore;
    const { frames, longTasks } = await this.page.evaluate(
      () => (window as unknown as { __seen: { frames: number[]; longTasks: number[] } }).__seen,
    );
    const perStep = (...names: string[]) =>
      round(names.reduce((sum, name) => sum + after.get(name)! - before.get(name)!, 0) * (1000 / steps));
    const sorted = frames.toSorted((a, b) => a - b);
    return {
      steps,
      scriptMsPerStep: perStep("ScriptDuration"),
      layoutMsPerStep: perStep("LayoutDuration", "RecalcStyleDuration"),
      taskMsPerStep: perStep("TaskDuration"),
      rendererCpuMsPerStep: round(cpu / steps),
      frameP95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
      longTasksMs: Math.round(longTasks.reduce((sum, duration) => sum + duration, 0)),
      longTasks: longTasks.length,
    };
  }
}
