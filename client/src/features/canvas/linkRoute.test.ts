import { describe, expect, it } from "vitest";
import { overlap, type Rect } from "./geometry.ts";
import { distanceTo, pointFrom, pointOn, type Route, routeBounds } from "./linkPath.ts";
import { linkRoute as foundRoute, type Ground } from "./linkRoute.ts";

const card = (x: number, y: number): Rect => ({ x, y, width: 232, height: 72 });
const ground = (cards: readonly Rect[], columns = [{ x: 600, width: 752 }]) => ({
  columns,
  isTaken: (area: Rect) => cards.some((one) => overlap(one, area)),
  cardsIn: (area: Rect) => cards.filter((one) => overlap(one, area)),
});
const linkRoute = (from: Rect, to: Rect, on: Ground): Route => foundRoute(from, to, on).route;
const crosses = (route: Route, rect: Rect): boolean =>
  route.some((curve) =>
    Array.from({ length: 41 }, (_, step) => pointOn(curve, step / 40)).some(
      ({ x, y }) => x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height,
    ),
  );

describe("linkRoute", () => {
  it("is one curve where nothing is between", () => {
    const route = linkRoute(card(0, 0), card(300, 400), ground([], []));
    expect(route).toHaveLength(1);
    expect(pointOn(route[0] as Route[number], 0)).toEqual({ x: 232, y: 36 });
    expect(pointOn(route[0] as Route[number], 1)).toEqual({ x: 300, y: 436 });
  });

  it("passes beside the cards of its row instead of behind them", () => {
    const cards = [card(600, 0), card(860, 0), card(1120, 0), card(860, 92), card(1120, 92)];
    const actor = card(1500, 300);
    const route = linkRoute(cards[0] as Rect, actor, ground([...cards, actor]));
    for (const between of cards.slice(1)) expect(crosses(route, between)).toBe(false);
  });

  it("keeps its height where its row is free", () => {
    const from = card(600, 0);
    const actor = card(1500, 0);
    const route = linkRoute(from, actor, ground([from, actor]));
    expect(routeBounds(route).height).toBe(0);
  });

  it("comes into its card from a free row when others stand before it", () => {
    const cards = [card(600, 0), card(860, 0), card(1120, 0)];
    const challenge = card(200, 0);
    const route = linkRoute(challenge, cards[2] as Rect, ground([...cards, challenge]));
    expect(crosses(route, cards[0] as Rect)).toBe(false);
    expect(crosses(route, cards[1] as Rect)).toBe(false);
    expect(pointOn(route.at(-1) as Route[number], 1)).toEqual({ x: 1120, y: 36 });
  });

  it("is the same line in both directions", () => {
    const one = card(0, 0);
    const other = card(1500, 500);
    const there = linkRoute(one, other, ground([]));
    const back = linkRoute(other, one, ground([]));
    expect(pointOn(back[0] as Route[number], 0)).toEqual(pointOn(there.at(-1) as Route[number], 1));
    expect(routeBounds(back)).toEqual(routeBounds(there));
  });

  it("joins cards of one column at their sides", () => {
    const route = linkRoute(card(0, 0), card(20, 300), ground([], []));
    expect(route).toHaveLength(1);
    expect(routeBounds(route).x).toBeGreaterThanOrEqual(232);
  });

  it("has every piece begin where the last one ended", () => {
    const cards = [card(600, 0), card(860, 0), card(1120, 0)];
    const route = linkRoute(cards[0] as Rect, card(1500, 700), ground(cards));
    for (let index = 1; index < route.length; index++) {
      const before = route[index - 1] as Route[number];
      const after = route[index] as Route[number];
      expect([after.x0, after.y0]).toEqual([before.x3, before.y3]);
    }
  });
});

describe("a pointer on a link", () => {
  const route = linkRoute(card(0, 0), card(600, 0), ground([], []));

  it("is near when it is on the curve, and as far as it looks when it is not", () => {
    expect(distanceTo(route, { x: 400, y: 36 })).toBeCloseTo(0);
    expect(distanceTo(route, { x: 400, y: 56 })).toBeCloseTo(20);
  });

  it("finds the place of a role letter near an end, never past the middle", () => {
    expect(pointFrom(route, "start", 22).x).toBeLessThan(300);
    expect(pointFrom(route, "end", 1_000).x).toBeCloseTo(416, 0);
  });
});
