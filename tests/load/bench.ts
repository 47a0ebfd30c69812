/*
 * `pnpm bench`: what Trellis costs beside a stock server and the floor, and its canvas beside React Flow,
 * Excalidraw and tldraw, in one run on one machine. All traffic is on loopback; everything it starts it ends.
 *
 *   --only fanout|cold|ack|derive|views|canvas   one part; may be given more than once
 *   --cards 5000|500|10000          one size of the canvas; may be given more than once
 *   --target trellis|yws|floor      one server; may be given more than once
 *   --shape 1x50|1x200|200x5        one shape of the fan-out; may be given more than once
 *   --seconds N                     length of each measured window
 *   --quick                         short windows and fewer sizes: a look, not a figure to publish
 */
import { parseArgs } from "node:util";
import { ACKNOWLEDGED_ROOMS, WRITERS_PER_ROOM } from "./acknowledgement.ts";
import { runCanvas } from "./canvas.ts";
import { runDerivations } from "./derivations.ts";
import { writersPerRoom } from "./fanout.ts";
import type { Figures } from "./figures.ts";
import { broken } from "./guards.ts";
import { measure } from "./measure.ts";
import { installPeers } from "./peerInstall.ts";
import { markdown, record } from "./report.ts";
import { startTarget, TARGETS, type Target, type TargetName } from "./targets.ts";
import { runViews } from "./views.ts";

const PARTS = ["fanout", "cold", "ack", "derive", "views", "canvas"] as const;
type Part = (typeof PARTS)[number];

const SHAPES = [
  { shape: "1x50", rooms: 1, clients: 50, cards: 200 },
  { shape: "1x200", rooms: 1, clients: 200, cards: 200 },
  { shape: "200x5", rooms: 200, clients: 5, cards: 50 },
] as const;
const SHAPE_NAMES = SHAPES.map(({ shape }) => shape);
const COLD = { rooms: 3, cards: 5000 } as const;
/** Cards on the canvas, the largest that peers take part in first. */
const SIZES = ["5000", "500", "10000"] as const;
const ACK_CARDS = 100;
const JOB_LIMIT_MS = 120_000;

interface Options {
  readonly parts: readonly Part[];
  readonly targets: readonly TargetName[];
  readonly shapes: readonly string[];
  readonly cards: readonly number[];
  readonly seconds: number;
}

/** @throws Error naming an option that does not exist */
function options(): Options {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      target: { type: "string", multiple: true },
      shape: { type: "string", multiple: true },
      cards: { type: "string", multiple: true },
      seconds: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  const seconds = Number(values.seconds ?? (values.quick ? 3 : 8));
  if (!(seconds >= 1 && seconds <= 60)) throw new Error("--seconds is a number from 1 to 60.");
  return {
    parts: chosen("--only", PARTS, values.only),
    targets: chosen("--target", TARGETS, values.target),
    shapes: chosen("--shape", SHAPE_NAMES, values.shape),
    cards: chosen("--cards", SIZES, values.cards ?? (values.quick ? ["500"] : undefined)).map(Number),
    seconds,
  };
}

function chosen<Name extends string>(
  option: string,
  all: readonly Name[],
  given: string[] | undefined,
): readonly Name[] {
  const unknown = given?.find((name) => !all.includes(name as Name));
  if (unknown !== undefined) throw new Error(`${option} is one of ${all.join(", ")}; "${unknown}" is none.`);
  return given ? all.filter((name) => given.includes(name)) : all;
}

const figures: Figures = { fanout: [], cold: [], ack: [], canvas: [], derive: [], views: [], failures: [] };
const startedAt = new Date();
const say = (text: string) =>
  console.error(`${((Date.now() - startedAt.getTime()) / 1000).toFixed(0)} s  ${text}`);

/** Runs one measurement against one fresh server; a failure is reported and the bench goes on. */
async function against(
  name: TargetName,
  durable: boolean,
  what: string,
  work: (target: Target) => Promise<void>,
): Promise<void> {
  say(`${what}: ${name}`);
  let target: Target | undefined;
  try {
    target = await startTarget(name, durable);
    await work(target);
  } catch (error) {
    // One server that breaks down is a finding, not a reason to know nothing of the others.
    const reason = error instanceof Error ? error.message : String(error);
    figures.failures.push(`${what}, ${name}: ${reason}`);
    say(`${what}: ${name} FAILED: ${reason}`);
  } finally {
    await target?.stop();
  }
}

async function fanout(name: TargetName, wanted: (typeof SHAPES)[number], seconds: number): Promise<void> {
  const { shape, rooms, clients, cards } = wanted;
  await against(name, false, `fan-out ${shape}`, async (target) => {
    const plan = await target.prepare({ rooms, cards, clients, writers: writersPerRoom(rooms, clients) });
    const result = await measure({ kind: "fanout", plan, clients, cards, seconds }, JOB_LIMIT_MS);
    figures.fanout.push({ shape, target: name, result });
    record(startedAt, "fanout", { shape, target: name, ...result });
  });
}

async function coldJoin(name: TargetName): Promise<void> {
  await against(name, true, "cold join", async (target) => {
    const { rooms, cards } = COLD;
    const plan = await target.prepare({ rooms, cards, clients: 2, writers: 0 });
    await measure({ kind: "cold-seed", plan, cards }, JOB_LIMIT_MS);
    await target.restart();
    const result = await measure({ kind: "cold-join", plan: target.plan(), cards }, JOB_LIMIT_MS);
    figures.cold.push({ target: name, result });
    record(startedAt, "cold", { target: name, ...result });
  });
}

async function acknowledgement(name: TargetName, seconds: number): Promise<void> {
  if (name === "yws") return;
  await against(name, false, "acknowledgement", async (target) => {
    const people = { clients: WRITERS_PER_ROOM, writers: WRITERS_PER_ROOM };
    const plan = await target.prepare({ rooms: ACKNOWLEDGED_ROOMS, cards: ACK_CARDS, ...people });
    const result = await measure({ kind: "ack", plan, cards: ACK_CARDS, seconds }, JOB_LIMIT_MS);
    figures.ack.push({ target: name, result });
    record(startedAt, "ack", { target: name, ...result });
  });
}

async function canvas(sizes: readonly number[]): Promise<void> {
  try {
    const failed = (what: string) => void figures.failures.push(what);
    for await (const result of runCanvas(sizes, say, failed)) {
      figures.canvas.push(result);
      for (const what of result.failures) failed(`canvas, ${result.cards} cards, ${result.page}, ${what}`);
      record(startedAt, "canvas", result);
    }
  } catch (error) {
    // As above: what was measured before it is still reported.
    figures.failures.push(`canvas: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function views(): Promise<void> {
  try {
    for await (const result of runViews(say)) {
      figures.views.push(result);
      record(startedAt, "views", result);
    }
  } catch (error) {
    // As above.
    figures.failures.push(`views: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const { parts, targets, shapes, cards, seconds } = options();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
if (parts.some((part) => part !== "derive" && part !== "views")) installPeers();
// Server after server on each shape, so that what is compared ran within the same minute.
for (const wanted of SHAPES.filter(({ shape }) => parts.includes("fanout") && shapes.includes(shape))) {
  for (const name of targets) await fanout(name, wanted, seconds);
}
for (const name of targets) if (parts.includes("cold")) await coldJoin(name);
for (const name of targets) if (parts.includes("ack")) await acknowledgement(name, seconds);
if (parts.includes("derive")) {
  say("derivations");
  figures.derive.push(...runDerivations());
  for (const result of figures.derive) record(startedAt, "derive", result);
}
if (parts.includes("views")) await views();
if (parts.includes("canvas")) await canvas(cards);
console.log(markdown(figures));
process.exitCode = figures.failures.length + broken(figures).length === 0 ? 0 : 1;
