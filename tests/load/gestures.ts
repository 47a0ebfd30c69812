/*
 * The gestures: pan at a distance and close by, zoom in and out, drag one card. Each is checked by its effect: a wheel
 * that moved nothing or a drag that left the card in its place is a failure, not a fast figure.
 */
import type { CDPSession, Page } from "@playwright/test";
import { round } from "./histogram.ts";

export type Gesture = "panFar" | "pan" | "zoom" | "drag1";

export interface GestureResult {
  readonly steps: number;
  /** Main-thread CPU per input step: script alone, layout and style, and everything. */
  readonly scriptMsPerStep: number;
  readonly layoutMsPerStep: number;
  readonly taskMsPerStep: number;
  /** Frames as they came; depends on the machine. */
  readonly frameP95Ms: number;
  readonly longTasksMs: number;
}

interface Place {
  x: number;
  y: number;
}

const MIDDLE = { x: 720, y: 450 } as const;
const OVERVIEW = 0.1;
/** A slow machine must not hold up the whole bench. */
const GESTURE_LIMIT_MS = 20_000;
const CONTROL_KEY = 2;

/** Measures all four on a page that is ready. */
export async function measureGestures(
  page: Page,
  devtools: CDPSession,
  places: readonly Place[],
): Promise<Record<Gesture, GestureResult>> {
  const hands = new Hands(page, devtools);
  await page.evaluate(watchFrames);
  const card = middleCard(places);
  const centre = places[card]!;
  return {
    panFar: await hands.pan(centre, OVERVIEW),
    pan: await hands.pan(centre, 1),
    zoom: await hands.zoom(centre),
    drag1: await hands.drag(card, centre),
  };
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

  constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.devtools = devtools;
  }

  async pan(centre: Place, zoom: number): Promise<GestureResult> {
    await this.look(centre, zoom);
    const before = await this.view();
    let moved = 0;
    const result = await this.measure(90, async (step) => {
      const direction = step < 45 ? 1 : -1;
      await this.mouse("mouseWheel", MIDDLE, { deltaX: 48 * direction, deltaY: 20 * direction });
      if (step === 9) moved = Math.hypot((await this.view()).x - before.x, (await this.view()).y - before.y);
    });
    if (moved * zoom < 200) throw new Error(`Panning moved the view by ${Math.round(moved * zoom)} px.`);
    return result;
  }

  async zoom(centre: Place): Promise<GestureResult> {
    await this.look(centre, OVERVIEW);
    let closest = 0;
    const result = await this.measure(80, async (step) => {
      const direction = step % 40 < 20 ? -1 : 1;
      await this.mouse("mouseWheel", MIDDLE, { deltaX: 0, deltaY: 80 * direction, modifiers: CONTROL_KEY });
      if (step === 9) closest = (await this.view()).zoom;
    });
    if (closest < 2 * OVERVIEW) throw new Error(`Zooming in came from ${OVERVIEW} to ${closest} only.`);
    return result;
  }

  async drag(card: number, centre: Place): Promise<GestureResult> {
    await this.look(centre, 1);
    const before = await this.page.evaluate((index) => window.__bench!.nodeWorld(index), card);
    const point = await this.page.evaluate((index) => window.__bench!.nodePoint(index), card);
    // Beside the middle of the card, where neither a handle nor a button is.
    const at = (dx: number, dy: number) => ({ x: point.x - 60 + dx, y: point.y + 8 + dy });
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
    await this.rest(300);
    const after = await this.page.evaluate((index) => window.__bench!.nodeWorld(index), card);
    const moved = Math.hypot(after.x - before.x, after.y - before.y);
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
      modifiers: number;
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
      frameP95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
      longTasksMs: Math.round(longTasks.reduce((sum, duration) => sum + duration, 0)),
    };
  }
}
