import { describe, expect, it } from "vitest";
import { nearestCard } from "./nearestCard.ts";

const at = (x: number, y: number) => ({ x, y, width: 100, height: 40 });
const FROM = ["from", at(0, 0)] as const;

describe("nearestCard", () => {
  it("goes to the next card in the same row before a nearer one in another row", () => {
    const others = [
      ["straight", at(300, 0)],
      ["aside", at(200, 160)],
    ] as const;
    expect(nearestCard(FROM, "right", others)).toBe("straight");
  });

  it("goes down to the card below, not to the far column", () => {
    const others = [
      ["below", at(10, 90)],
      ["right", at(400, 60)],
    ] as const;
    expect(nearestCard(FROM, "down", others)).toBe("below");
  });

  it("reaches a card in the next column even when no row lines up", () => {
    expect(nearestCard(FROM, "right", [["only", at(260, 220)]])).toBe("only");
  });

  it("stays at the edge", () => {
    expect(nearestCard(FROM, "left", [["right", at(300, 0)]])).toBeNull();
    expect(nearestCard(FROM, "up", [])).toBeNull();
  });

  it("goes through cards exactly on top of each other, forwards and backwards, before it leaves them", () => {
    const places = new Map<string, ReturnType<typeof at>>([
      ["left", at(-300, 0)],
      ["c", at(0, 0)],
      ["a", at(0, 0)],
      ["b", at(0, 0.4)],
      ["right", at(300, 0)],
    ]);
    const walk = (start: string, direction: "left" | "right"): string[] => {
      const way = [start];
      for (let id: string | null = start; id !== null && way.length < 9; ) {
        id = nearestCard<string>([id, places.get(id) ?? at(0, 0)], direction, places);
        if (id !== null) way.push(id);
      }
      return way;
    };
    expect(walk("left", "right")).toEqual(["left", "a", "b", "c", "right"]);
    expect(walk("right", "left")).toEqual(["right", "c", "b", "a", "left"]);
  });
});
