import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { Glide } from "./glide.ts";
import type { Offset } from "./scene.ts";

const id = "a" as CardId;
const after = (glide: Glide, now: number, offsets = new Map<CardId, Offset>()) => ({
  going: glide.layOver(offsets, now),
  at: offsets.get(id),
});

describe("Glide", () => {
  it("begins where the card was, comes nearer with every moment and ends where it stands", () => {
    const glide = new Glide();
    glide.start(new Map([[id, [100, -40]]]), 1_000);
    expect(after(glide, 1_000)).toEqual({ going: true, at: [100, -40] });
    const early = after(glide, 1_050).at?.[0] ?? 0;
    const late = after(glide, 1_200).at?.[0] ?? 0;
    expect(early).toBeLessThan(100);
    expect(late).toBeLessThan(early);
    expect(late).toBeGreaterThan(0);
    expect(after(glide, 2_000)).toEqual({ going: false, at: undefined });
    expect(glide.has(id)).toBe(false);
  });

  it("is added to an offset that a card has for another reason", () => {
    const glide = new Glide();
    glide.start(new Map([[id, [10, 0]]]), 0);
    expect(after(glide, 0, new Map([[id, [5, 5]]])).at).toEqual([15, 5]);
  });
});
