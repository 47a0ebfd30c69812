/*
 * Fan-out: people in rooms edit at once, and what one does has to reach all others. In every hundred people ten drag
 * a card (30 places a second, each an edit), twenty move the pointer (20 a second) and five type (5 letters a second).
 * A few silent people in each run note when each stamped edit reached them.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { letters, moves, type NextFrame, pointer } from "./edits.ts";
import { Histogram, round } from "./histogram.ts";
import { type MapClient, wholeMap } from "./mapClient.ts";
import { type PaceResult, runWriters, type Writer } from "./pacer.ts";
import { cpuSeconds, machineBusySeconds, residentMiB } from "./processes.ts";
import { clientIdOf, enter, enterAll, pause, type Seat, seedRooms } from "./rooms.ts";
import { eachStamp } from "./stamps.ts";
import type { TargetPlan } from "./targets.ts";

export interface FanoutJob {
  readonly kind: "fanout";
  readonly plan: TargetPlan;
  /** People in each room, and cards on each map. */
  readonly clients: number;
  readonly cards: number;
  readonly seconds: number;
}

export interface FanoutResult {
  readonly edits: number;
  readonly editsPerSecond: number;
  /** Edits times readers that arrived, estimated from the samplers. */
  readonly deliveredPerSecond: number;
  readonly deliveredPercent: number;
  /** Pointers may be merged into the newest; less than 100 is no loss. */
  readonly presencePercent: number | null;
  /** From sending an edit to its arrival at a sampler. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  readonly maxMs: number;
  readonly presenceP99Ms: number | null;
  readonly framesPerSecond: number;
  readonly serverCpuPercent: number;
  readonly cpuMsPer1000: number;
  readonly residentMiB: number;
  readonly drainMs: number;
  readonly closedSockets: number;
  readonly generatorCpuPercent: number;
  readonly generatorLateP99Ms: number | null;
  readonly generatorLoopP99Ms: number;
  readonly otherCpuPercent: number;
}

type Kind = "drag" | "pointer" | "type";
const PER_SECOND: Record<Kind, number> = { drag: 30, pointer: 20, type: 5 };
const WARM_UP_MS = 2000;
const DRAIN_LIMIT_MS = 8000;
/** Silence that counts as the end once every edit has arrived. */
const QUIET_MS = 300;

/** How many of all people do what. */
function crowd(people: number): Record<Kind, number> {
  const share = (part: number) => Math.max(1, Math.round(part * people));
  return { drag: share(0.1), pointer: share(0.2), type: share(0.05) };
}

/** Seats per room that write: those logins must not be shared. */
export function writersPerRoom(rooms: number, clients: number): number {
  const counts = crowd(rooms * clients);
  return Math.ceil((counts.drag + counts.pointer + counts.type) / rooms);
}

/** Sampled silent people, and what reached them within the window. */
class Samplers {
  readonly latency = { edit: new Histogram(), presence: new Histogram() };
  readonly arrived = { edit: 0, presence: 0 };
  private window: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  readonly perRoom = new Map<number, number>();

  watch(client: MapClient, seat: Seat): void {
    this.perRoom.set(seat.room, (this.perRoom.get(seat.room) ?? 0) + 1);
    client.socket.onMessage = (message) => {
      const now = performance.now();
      eachStamp(message, (sentAt, kind) => {
        if (sentAt < this.window[0] || sentAt >= this.window[1]) return;
        this.arrived[kind] += 1;
        this.latency[kind].add(now - sentAt);
      });
    };
  }

  open(at: number): void {
    this.window = [at, Number.POSITIVE_INFINITY];
  }

  close(at: number): void {
    this.window = [this.window[0], at];
  }
}

interface Counters {
  edits: number;
  presence: number;
  /** What the samplers should see of each. */
  expected: { edit: number; presence: number };
}

export async function runFanout(job: FanoutJob): Promise<FanoutResult> {
  const { plan, clients, cards } = job;
  await seedRooms(plan, cards);
  const seats = plan.rooms.flatMap((_, room) =>
    Array.from({ length: clients }, (__, index): Seat => ({ room, index })),
  );
  const counts: Counters = { edits: 0, presence: 0, expected: { edit: 0, presence: 0 } };
  const people = await enterAll(plan, seats);
  for (const person of people) person.stopRecording();
  const samplers = pickSamplers(people, seats, writersPerRoom(plan.rooms.length, clients));
  const writers = await prepareWriters(job, people, seats, samplers, counts);
  await pause(500);
  return measure(job, people, writers, samplers, counts);
}

async function prepareWriters(
  job: FanoutJob,
  people: MapClient[],
  seats: Seat[],
  samplers: Samplers,
  counts: Counters,
): Promise<Writer[]> {
  const { plan, clients, cards, seconds } = job;
  const states = new Map<number, Uint8Array>();
  const stateOf = async (room: number): Promise<Uint8Array> => {
    const known = states.get(room);
    if (known) return known;
    const reader = await enter(plan, { room, index: clients - 1 });
    const { state } = await wholeMap(reader, cards);
    reader.socket.close();
    states.set(room, state);
    return state;
  };
  const wanted = Object.entries(crowd(seats.length)) as [Kind, number][];
  const kinds = wanted.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const writers: Writer[] = [];
  for (const [nth, kind] of kinds.entries()) {
    // One after the other through the rooms, so that writers are spread and have the first seats.
    const seat: Seat = { room: nth % plan.rooms.length, index: Math.floor(nth / plan.rooms.length) };
    const { socket } = people[seat.room * clients + seat.index]!;
    const frames = Math.ceil(PER_SECOND[kind] * (WARM_UP_MS / 1000 + seconds + 2));
    const next = await framesOf(kind, clientIdOf(seat), frames, () => stateOf(seat.room));
    const samplersHere = samplers.perRoom.get(seat.room) ?? 0;
    writers.push({
      perSecond: PER_SECOND[kind],
      send: () => {
        const frame = next();
        if (!frame) return false;
        socket.send(frame);
        if (kind === "pointer") counts.presence += 1;
        else counts.edits += 1;
        // Letters carry no stamp; they travel like the stamped edits beside them.
        if (kind === "drag") counts.expected.edit += samplersHere;
        if (kind === "pointer") counts.expected.presence += samplersHere;
        return true;
      },
    });
  }
  return writers;
}

async function framesOf(
  kind: Kind,
  clientId: number,
  frames: number,
  state: () => Promise<Uint8Array>,
): Promise<NextFrame> {
  if (kind === "pointer") return pointer(clientId);
  return kind === "drag" ? moves(await state(), clientId, frames) : letters(await state(), clientId, frames);
}

/** Ten in one room, one each in forty of many. */
function pickSamplers(people: MapClient[], seats: Seat[], writers: number): Samplers {
  const samplers = new Samplers();
  const silent = seats.flatMap((seat, at) => (seat.index >= writers ? [at] : []));
  const rooms = seats.at(-1)!.room + 1;
  const wanted = Math.min(silent.length, rooms > 1 ? 40 : 10);
  for (let nth = 0; nth < wanted; nth++) {
    const at = silent[Math.floor(((nth + 0.5) * silent.length) / wanted)]!;
    samplers.watch(people[at]!, seats[at]!);
  }
  return samplers;
}

async function measure(
  job: FanoutJob,
  people: MapClient[],
  writers: Writer[],
  samplers: Samplers,
  counts: Counters,
): Promise<FanoutResult> {
  const { pid } = job.plan;
  const frames = () => people.reduce((sum, { socket }) => sum + socket.frames, 0);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const reading = () => ({
    server: cpuSeconds(pid),
    machine: machineBusySeconds(),
    own: process.cpuUsage(),
    frames: frames(),
  });
  let first = reading();
  const run = await runWriters(writers, {
    warmUpMs: WARM_UP_MS,
    windowMs: job.seconds * 1000,
    onWindow: (startedAt) => {
      Object.assign(counts, { edits: 0, presence: 0, expected: { edit: 0, presence: 0 } });
      samplers.open(startedAt);
      loop.enable();
      first = reading();
    },
  });
  samplers.close(run.endedAt);
  loop.disable();
  const last = reading();
  const memory = residentMiB(pid);
  const complete = () => samplers.arrived.edit >= counts.expected.edit;
  const drainMs = await drained(frames, complete, run.endedAt);
  const cpuWithDrain = cpuSeconds(pid) - first.server;
  const closedSockets = people.filter(({ socket }) => socket.closeCode !== null).length;
  for (const { socket } of people) socket.close();
  return {
    ...deliveries(job, run, samplers, counts, cpuWithDrain),
    ...load(run, first, last),
    residentMiB: memory,
    drainMs,
    closedSockets,
    generatorLoopP99Ms: round(loop.percentile(99) / 1e6),
  };
}

/**
 * Waits until every edit has arrived, or as long as anybody would. Answers how long after the window the last frame
 * came.
 */
async function drained(frames: () => number, complete: () => boolean, endedAt: number): Promise<number> {
  let seen = frames();
  let quietSince = performance.now();
  const over = () => complete() && performance.now() - quietSince >= QUIET_MS;
  while (performance.now() - endedAt < DRAIN_LIMIT_MS && !over()) {
    await pause(50);
    const now = frames();
    if (now !== seen) quietSince = performance.now();
    seen = now;
  }
  return Math.max(0, Math.round(quietSince - endedAt));
}

function deliveries(
  job: FanoutJob,
  run: PaceResult,
  samplers: Samplers,
  counts: Counters,
  cpuWithDrain: number,
) {
  const seconds = (run.endedAt - run.startedAt) / 1000;
  const share = (kind: "edit" | "presence") =>
    counts.expected[kind] === 0 ? null : samplers.arrived[kind] / counts.expected[kind];
  const readers = job.clients - 1;
  const delivered =
    readers * (counts.edits * (share("edit") ?? 0) + counts.presence * (share("presence") ?? 0));
  const presence = share("presence");
  return {
    edits: counts.edits,
    editsPerSecond: Math.round((counts.edits + counts.presence) / seconds),
    deliveredPerSecond: Math.round(delivered / seconds),
    deliveredPercent: round(100 * (share("edit") ?? 0)),
    presencePercent: presence === null ? null : round(100 * presence),
    p50Ms: samplers.latency.edit.quantile(0.5),
    p99Ms: samplers.latency.edit.quantile(0.99),
    maxMs: round(samplers.latency.edit.max),
    presenceP99Ms: samplers.latency.presence.quantile(0.99),
    cpuMsPer1000: round((cpuWithDrain * 1e6) / delivered),
  };
}

interface Reading {
  server: number;
  machine: number;
  own: NodeJS.CpuUsage;
  frames: number;
}

function load(run: PaceResult, first: Reading, last: Reading) {
  const seconds = (run.endedAt - run.startedAt) / 1000;
  const server = last.server - first.server;
  const own = (last.own.user + last.own.system - first.own.user - first.own.system) / 1e6;
  const percent = (cpu: number) => Math.round((100 * cpu) / seconds);
  return {
    framesPerSecond: Math.round((last.frames - first.frames) / seconds),
    serverCpuPercent: percent(server),
    generatorCpuPercent: percent(own),
    generatorLateP99Ms: run.lateness.quantile(0.99),
    otherCpuPercent: percent(last.machine - first.machine - server - own),
  };
}
