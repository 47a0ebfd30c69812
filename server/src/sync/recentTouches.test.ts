import type { CardId } from "@trellis/shared/schema/ids";
import type { CardTouch } from "@trellis/shared/schema/touchedDoc";
import { expect, it } from "vitest";
import { RecentTouches } from "./recentTouches.ts";

const touch = (kind: "added" | "edited", id: string): CardTouch => ({ kind, card: id as CardId });
const removed = (id: string): CardTouch => ({ kind: "removed", card: id as CardId, title: "", type: null });

it("[SYNC55] the same person on the same card is written once a minute", () => {
  const recent = new RecentTouches();
  const kept = (by: string, at: number, ...touches: CardTouch[]) =>
    recent.worthKeeping(touches, by, at).map(({ kind, card }) => `${kind} ${card}`);
  expect(kept("ana", 0, touch("edited", "a"), touch("edited", "b"))).toEqual(["edited a", "edited b"]);
  expect(kept("ana", 59_999, touch("edited", "a"))).toEqual([]);
  expect(kept("ben", 59_999, touch("edited", "a"))).toEqual(["edited a"]);
  expect(kept("ana", 60_000, touch("edited", "a"), touch("edited", "b"))).toEqual(["edited a", "edited b"]);
});

it("[SYNC55] what is added, removed and brought back is always written", () => {
  const recent = new RecentTouches();
  const kept = (...touches: CardTouch[]) => recent.worthKeeping(touches, "ana", 0).map(({ kind }) => kind);
  expect(kept(touch("added", "a"), touch("edited", "a"))).toEqual(["added"]);
  expect(kept(removed("a"), touch("added", "a"), removed("a"))).toEqual(["removed", "added", "removed"]);
  expect(kept(touch("edited", "a"))).toEqual(["edited"]);
});
