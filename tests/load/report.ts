/*
 * What a bench found: every figure as a line of JSON in results/, and tables for people with each figure beside its
 * ratio to Trellis' peer in the same run. Milliseconds of two runs are never compared, ratios are.
 */
import { appendFileSync, mkdirSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CanvasResult } from "./canvas.ts";
import type { Figures } from "./figures.ts";
import { GESTURES } from "./gestures.ts";
import { broken } from "./guards.ts";

const RESULTS = fileURLToPath(new URL("./results", import.meta.url));
const REFERENCE = "yws";

/** Appends to this run's file of results. */
export function record(startedAt: Date, kind: string, entry: object): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${startedAt.toISOString().replaceAll(":", "-")}.jsonl`);
  appendFileSync(file, `${JSON.stringify({ kind, at: new Date().toISOString(), ...entry })}\n`);
}

type Cell = string | number | null;

function table(head: string[], rows: Cell[][]): string {
  const line = (cells: Cell[]) => `| ${cells.map((cell) => cell ?? "-").join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** `12 (0.40 x)`: a figure and its ratio to the reference's. */
function against(value: number | null, reference: number | null | undefined): string {
  if (value === null) return "-";
  if (!reference) return String(value);
  return `${value} (${(value / reference).toFixed(2)} x)`;
}

export function markdown(figures: Figures): string {
  const parts = [
    `Measured on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), load ${loadavg()[0]?.toFixed(1)}.`,
    ...fanoutPart(figures),
    ...coldPart(figures),
    ...ackPart(figures),
    ...derivationPart(figures),
    ...viewPart(figures),
    ...canvasPart(figures.canvas),
    ...broken(figures).map((sentence) => `**Does not hold:** ${sentence}.`),
    ...figures.failures.map((failure) => `**Not measured:** ${failure}`),
  ];
  return parts.join("\n\n");
}

function fanoutPart({ fanout }: Figures): string[] {
  if (fanout.length === 0) return [];
  const rows = fanout.map(({ shape, target, result }) => {
    const peer = fanout.find((other) => other.shape === shape && other.target === REFERENCE)?.result;
    return [
      shape,
      target,
      `${result.deliveredPercent} %`,
      result.p50Ms,
      against(result.p99Ms, peer?.p99Ms),
      against(result.cpuMsPer1000, peer?.cpuMsPer1000),
      `${result.serverCpuPercent} %`,
      `${result.presencePercent ?? "-"} %`,
      result.drainMs,
      result.closedSockets,
      `${result.generatorCpuPercent} % / ${result.generatorLoopP99Ms} / ${result.otherCpuPercent} %`,
    ];
  });
  const head = [
    "Fan-out, rooms x people",
    "server",
    "delivered",
    "p50 ms",
    "p99 ms (x yws)",
    "CPU ms per 1,000 deliveries (x yws)",
    "server CPU",
    "pointers seen",
    "drain ms",
    "closed",
    "generator CPU / loop p99 ms / other CPU",
  ];
  return [table(head, rows)];
}

function coldPart({ cold }: Figures): string[] {
  if (cold.length === 0) return [];
  const peer = cold.find(({ target }) => target === REFERENCE)?.result;
  const rows = cold.map(({ target, result }) => [
    target,
    against(result.coldMedianMs, peer?.coldMedianMs),
    result.coldMs.join(", "),
    result.warmMedianMs,
    against(result.serverCpuMs, peer?.serverCpuMs),
    result.kilobytes,
  ]);
  const head = ["Cold join", "median ms (x yws)", "each", "warm ms", "server CPU ms (x yws)", "kB"];
  return [table(head, rows)];
}

function ackPart({ ack }: Figures): string[] {
  if (ack.length === 0) return [];
  const rows = ack.map(({ target, result }) => [
    target,
    result.editsPerSecond,
    `${result.acknowledged} of ${result.sent}`,
    result.p50Ms,
    result.p99Ms,
    result.maxMs,
    `${result.serverCpuPercent} %`,
    result.generatorLateP99Ms,
  ]);
  const head = [
    "Acknowledgement",
    "edits/s",
    "acknowledged",
    "p50 ms",
    "p99 ms",
    "max ms",
    "CPU",
    "late p99 ms",
  ];
  return [
    table(head, rows),
    "The stock server acknowledges nothing; the floor acknowledges what it has not stored.",
  ];
}

function derivationPart({ derive }: Figures): string[] {
  if (derive.length === 0) return [];
  const rows = derive.map(({ what, cards, links, cpuMsMedian, cpuMsMost, changed, answers }) => [
    what,
    `${cards} / ${links}`,
    cpuMsMedian,
    cpuMsMost,
    `${changed} of ${answers}`,
  ]);
  return [table(["All derivations", "cards / links", "CPU ms", "most CPU ms", "answers changed"], rows)];
}

function viewPart({ views }: Figures): string[] {
  if (views.length === 0) return [];
  const rows = views.map(({ map, view, firstScriptMs, scriptMs, editScriptMs }) => [
    map,
    view,
    firstScriptMs,
    scriptMs,
    editScriptMs,
  ]);
  const head = [
    "Views, script ms: map",
    "view",
    "first visit",
    "later visits",
    "one field changed by another",
  ];
  return [table(head, rows)];
}

function canvasPart(canvas: CanvasResult[]): string[] {
  if (canvas.length === 0) return [];
  const rows = canvas.map((result) => {
    const { page, cards, gestures } = result;
    const own = canvas.find((other) => other.cards === cards && other.page === "trellis");
    return [
      page,
      cards,
      ...GESTURES.map((name) =>
        against(gestures[name]?.scriptMsPerStep ?? null, own?.gestures[name]?.scriptMsPerStep),
      ),
      against(result.readyCpuMs, own?.readyCpuMs),
      against(result.heapMiB, own?.heapMiB),
      against(result.scriptGzipKb, own?.scriptGzipKb),
      result.domElements,
      `${result.reach.namedCards} / ${result.reach.tabStops}`,
    ];
  });
  const head = [
    "Canvas, script ms per step (x Trellis)",
    "cards",
    "pan, overview",
    "pan, zoom 1",
    "zoom",
    "drag one card",
    "drag 100",
    "CPU ms to ready",
    "heap MiB",
    "script kB",
    "DOM nodes",
    "cards named / tab stops",
  ];
  return [table(head, rows), framesPart(canvas), ...othersPart(canvas)];
}

/** What depends on the machine: frames, long tasks, and the raster of a machine without a graphics card. */
function framesPart(canvas: CanvasResult[]): string {
  const rows = canvas.map(({ page, cards, gestures }) => [
    page,
    cards,
    ...GESTURES.map((name) => {
      const result = gestures[name];
      if (!result) return null;
      const { frameP95Ms, longTasks, longTasksMs, rendererCpuMsPerStep } = result;
      return `${frameP95Ms} / ${longTasks} (${longTasksMs} ms) / ${rendererCpuMsPerStep}`;
    }),
  ]);
  return table(["Frame p95 ms / long tasks / renderer CPU ms per step", "cards", ...GESTURES], rows);
}

function othersPart(canvas: CanvasResult[]): string[] {
  const bursts = canvas.flatMap(({ cards, bursts }) => (bursts ?? []).map((burst) => ({ cards, ...burst })));
  const rows = bursts.map((burst) => [
    burst.cards,
    burst.zoom,
    burst.movesPerSecond,
    burst.scriptMsPerSecond,
    `${burst.longTasks} (${burst.longTasksMs} ms)`,
    `${burst.arrived} of 20`,
  ]);
  const head = ["Moves by others: cards", "zoom", "moves/s", "script ms per second", "long tasks", "arrived"];
  const edits = canvas.flatMap(({ cards, edits }) =>
    edits
      ? [
          [
            cards,
            ...[edits.rename, edits.add, edits.undo].map(({ cpuMs, longestMs }) => `${cpuMs} / ${longestMs}`),
          ],
        ]
      : [],
  );
  return [
    ...(rows.length > 0 ? [table(head, rows)] : []),
    ...(edits.length > 0
      ? [table(["Single edits, CPU ms / longest task ms: cards", "rename", "add", "undo"], edits)]
      : []),
  ];
}
