import type { MapTouchesAnswer } from "@trellis/shared/protocol/api";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { daysReviewed, mergedTouches } from "./touches.ts";

const at = (day: number) => new Date(2026, 0, day, 12).toISOString();
const touch = (day: number, by: number | null = 0) => ({ at: at(day), by });
const answer = (fields: Partial<MapTouchesAnswer>): MapTouchesAnswer => ({
  recordedFrom: at(1),
  next: at(1),
  people: [{ name: "Ana", isYou: true }],
  cards: [],
  removed: [],
  ...fields,
});
const card = (id: string, fields: object = {}) => ({
  card: id,
  added: null,
  edited: null,
  confirmed: null,
  ...fields,
});
const id = (text: string) => text as CardId;

describe("what the server remembers, answer by answer", () => {
  const first = mergedTouches(
    null,
    answer({
      cards: [card("a", { added: touch(2), edited: touch(3) }), card("b", { confirmed: touch(4, null) })],
      removed: [{ card: "c", title: "Gone", type: "project", addedAt: at(2), ...touch(5, 7) }],
    }),
  );

  it("names people, and those who are not known as such", () => {
    expect(first.recordedFrom).toBe(Date.parse(at(1)));
    expect(first.cards.get(id("a"))?.added).toEqual({
      at: Date.parse(at(2)),
      by: { name: "Ana", isYou: true },
    });
    expect(first.cards.get(id("b"))?.confirmed?.by).toBeNull();
    expect(first.removed.get(id("c"))).toMatchObject({ title: "Gone", by: null, addedAt: Date.parse(at(2)) });
  });

  it("lays what came since over what was known: removed, brought back, and the rest as it was", () => {
    const next = mergedTouches(
      first,
      answer({
        people: [{ name: "Ben", isYou: false }],
        cards: [card("c", { edited: touch(6) })],
        removed: [{ card: "a", title: "Was A", type: null, addedAt: null, ...touch(6) }],
      }),
    );
    expect([...next.cards.keys()]).toEqual(["b", "c"]);
    expect([...next.removed.keys()]).toEqual(["a"]);
    expect(next.removed.get(id("a"))?.by?.name).toBe("Ben");
    expect(mergedTouches(next, answer({}))).toBe(next);
  });

  it("a review is the later of edit and confirmation, and days that stay the same keep their identity", () => {
    const touches = mergedTouches(
      null,
      answer({
        cards: [
          card("a", { edited: touch(3), confirmed: touch(9) }),
          card("b", { edited: touch(8), confirmed: touch(4) }),
          card("c", { edited: touch(2) }),
        ],
      }),
    );
    const days = daysReviewed(touches, null);
    expect(Object.fromEntries(days)).toEqual({ a: "2026-01-09", b: "2026-01-08", c: "2026-01-02" });
    const again = mergedTouches(touches, answer({ cards: [card("c", { edited: touch(2, null) })] }));
    expect(daysReviewed(again, days)).toBe(days);
    const later = mergedTouches(touches, answer({ cards: [card("c", { confirmed: touch(5) })] }));
    expect(daysReviewed(later, days).get(id("c"))).toBe("2026-01-05");
  });
});
