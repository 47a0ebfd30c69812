/** Keys of the roadmap as commands, and where in its rows they lead. Pure. */
import type { RoadmapRow } from "./roadmapRows.ts";
import type { Grip } from "./shiftDates.ts";

type Way = "up" | "down" | "laneUp" | "laneDown" | "first" | "last" | "pageUp" | "pageDown";
export type ChartCommand =
  | { readonly kind: "go"; readonly to: Way }
  | { readonly kind: "into" | "out" | "show" | "fold" }
  | { readonly kind: "shift"; readonly grip: Grip; readonly steps: 1 | -1 };

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
  PageUp: "pageUp",
  PageDown: "pageDown",
};

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export function chartCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): ChartCommand | null {
  const isMod = ctrlKey || metaKey;
  if (altKey) {
    if (isMod || (key !== "ArrowLeft" && key !== "ArrowRight")) return null;
    return { kind: "shift", grip: shiftKey ? "end" : "both", steps: key === "ArrowLeft" ? -1 : 1 };
  }
  if (isMod) {
    if (key === "ArrowUp" || key === "ArrowDown")
      return { kind: "go", to: key === "ArrowUp" ? "laneUp" : "laneDown" };
    return null;
  }
  if (shiftKey) return null;
  const to = WAYS[key];
  if (to) return { kind: "go", to };
  if (key === "ArrowRight") return { kind: "into" };
  if (key === "ArrowLeft") return { kind: "out" };
  if (key === "Enter") return { kind: "show" };
  return key === " " ? { kind: "fold" } : null;
}

const isHead = ({ kind }: RoadmapRow): boolean => kind === "lane" || kind === "mission";

/** The row that a key leads to from the one at `at`; the first from nowhere. */
export function rowAt(rows: readonly RoadmapRow[], at: number, to: Way, page: number): RoadmapRow | null {
  const last = rows.length - 1;
  if (at < 0) return rows[0] ?? null;
  const heads = rows.flatMap((row, index) => (isHead(row) ? index : []));
  const next: Readonly<Record<Way, () => number>> = {
    up: () => at - 1,
    down: () => at + 1,
    laneUp: () => heads.findLast((index) => index < at) ?? 0,
    laneDown: () => heads.find((index) => index > at) ?? last,
    first: () => 0,
    last: () => last,
    pageUp: () => at - page,
    pageDown: () => at + page,
  };
  return rows[Math.max(0, Math.min(last, next[to]()))] ?? null;
}
