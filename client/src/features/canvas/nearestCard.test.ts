import { describe, expect, it } from "vitest";
import { nearestCard } from "./nearestCard.ts";

const at = (x: number, y: number) => ({ x, y, width: 100, height: 40 });
const FROM = at(0, 0);

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
});
