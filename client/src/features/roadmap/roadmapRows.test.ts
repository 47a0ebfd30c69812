import { answer } from "@trellis/shared/derive/ask";
import { timeline } from "@trellis/shared/derive/timeline";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY } from "../../../../tests/support/derivations.ts";
import { townInTime } from "../../../../tests/support/townInTime.ts";
import { chartCommand, rowAt } from "./chartKeys.ts";
import { placedPhases, roadmapRows, saysTheSame } from "./roadmapRows.ts";

const { missions } = answer(timeline, townInTime, TODAY);
const ALL = { mission: null, folded: new Set<string>(), shown: null };
const keys = (choices: Partial<Parameters<typeof roadmapRows>[1]>) =>
  roadmapRows(missions, { ...ALL, ...choices }).rows.map(({ key }) => key);

describe("the rows of the roadmap", () => {
  it("are the mission, phases that cannot be drawn, lanes and their bars, without a gap between them", () => {
    const { rows, blocks, height } = roadmapRows(missions, ALL);
    expect(rows.map(({ key }) => key)).toEqual([
      "mission m",
      "fault m c",
      "lane m",
      "loose",
      "lane homes",
      "windows",
      "insulate",
      "lane heat",
      "act",
      "network",
      "study",
      "idea",
    ]);
    rows.forEach((row, index) => {
      expect(row.top).toBe(rows.slice(0, index).reduce((sum, one) => sum + one.height, 0));
    });
    expect(blocks).toMatchObject([{ top: 0, height }]);
  });

  it("put phases that run at the same time on tracks below each other", () => {
    expect(placedPhases(missions[0]?.phases ?? []).map(({ band, track }) => [band.phase, track])).toEqual([
      ["a", 0],
      ["b", 0],
      ["d", 1],
    ]);
  });

  it("leave out what is folded, filtered or of another mission", () => {
    expect(keys({ folded: new Set(["lane heat"]) }).at(-1)).toBe("lane heat");
    expect(keys({ shown: new Set(["act", "homes"] as CardId[]) })).toEqual([
      "mission m",
      "fault m c",
      "lane homes",
      "lane heat",
      "act",
    ]);
    // A mission that is gone hides nothing.
    expect(keys({ mission: "gone" as CardId })).toHaveLength(12);
    const two = aMap()
      .withCard({ id: "one", type: "mission" })
      .withCard({ id: "two", type: "mission" })
      .snapshot();
    const rows = roadmapRows(answer(timeline, two, TODAY).missions, { ...ALL, mission: "two" as CardId });
    expect(rows.rows.map(({ key }) => key)).toEqual(["mission two"]);
  });
});

describe("rows made anew", () => {
  it("say the same until something in them is another", () => {
    const [one, two] = [roadmapRows(missions, ALL), roadmapRows(structuredClone(missions), ALL)];
    expect(saysTheSame(one, two)).toBe(true);
    expect(saysTheSame(one, roadmapRows(missions, { ...ALL, folded: new Set(["lane heat"]) }))).toBe(false);
    expect(saysTheSame({ a: [1, null] }, { a: [1, 0] })).toBe(false);
    expect(saysTheSame({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(saysTheSame(undefined, [])).toBe(false);
  });
});

describe("keys of the roadmap", () => {
  const { rows } = roadmapRows(missions, ALL);
  const press = (key: string, more = {}) =>
    chartCommand({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
  const from = (key: string) => rows.findIndex((row) => row.key === key);

  it("go from bar to bar and from lane to lane, and stay inside", () => {
    expect(rowAt(rows, from("windows"), "down", 5)?.key).toBe("insulate");
    expect(rowAt(rows, from("insulate"), "down", 5)?.key).toBe("lane heat");
    expect(rowAt(rows, from("insulate"), "laneDown", 5)?.key).toBe("lane heat");
    expect(rowAt(rows, from("insulate"), "laneUp", 5)?.key).toBe("lane homes");
    expect(rowAt(rows, 0, "up", 5)?.key).toBe("mission m");
    expect(rowAt(rows, from("idea"), "pageDown", 5)?.key).toBe("idea");
    expect(rowAt(rows, -1, "down", 5)?.key).toBe("mission m");
    expect(rowAt([], -1, "down", 5)).toBeNull();
  });

  it("move dates with Alt, and leave the browser its own keys", () => {
    expect(press("ArrowRight", { altKey: true })).toEqual({ kind: "shift", grip: "both", steps: 1 });
    expect(press("ArrowLeft", { altKey: true, shiftKey: true })).toEqual({
      kind: "shift",
      grip: "end",
      steps: -1,
    });
    expect(press("ArrowDown", { ctrlKey: true })).toEqual({ kind: "go", to: "laneDown" });
    expect(press("ArrowUp", { altKey: true })).toBeNull();
    expect(press("a", { ctrlKey: true })).toBeNull();
    expect(press("Tab")).toBeNull();
  });
});
