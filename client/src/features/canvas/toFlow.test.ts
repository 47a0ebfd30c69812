import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import type { CardFace } from "./cardFace.ts";
import { type CardSight, toFlow } from "./toFlow.ts";

const face: CardFace = {
  type: "project",
  title: "Bus franchising",
  placeholder: false,
  level: "city_region",
  status: null,
  remarks: [],
  initials: null,
};
const sight = (patch: Partial<CardSight> = {}): CardSight => ({
  id: "p-bus" as CardId,
  rect: { x: 10, y: 20, width: 232, height: 72 },
  face,
  selected: false,
  dragging: false,
  ...patch,
});

describe("toFlow", () => {
  it("presets size and handles, so that nothing has to be measured", () => {
    const card = toFlow(sight(), undefined);
    expect(card).toMatchObject({ width: 232, height: 72, measured: { width: 232, height: 72 }, handles: [] });
    expect(card.position).toEqual({ x: 10, y: 20 });
  });

  it("returns the same object while the card says and stands the same", () => {
    const card = toFlow(sight(), undefined);
    expect(toFlow(sight(), card)).toBe(card);
  });

  it("keeps what the card says when it only moves", () => {
    const card = toFlow(sight(), undefined);
    const moved = toFlow(sight({ rect: { x: 11, y: 20, width: 232, height: 72 } }), card);
    expect(moved).not.toBe(card);
    expect(moved.data).toBe(card.data);
  });

  it("changes when selected, dragged or restated", () => {
    const card = toFlow(sight(), undefined);
    expect(toFlow(sight({ selected: true }), card).selected).toBe(true);
    expect(toFlow(sight({ dragging: true }), card).data.dragging).toBe(true);
    expect(toFlow(sight({ face: { ...face, title: "Buses" } }), card).data.face.title).toBe("Buses");
  });
});
