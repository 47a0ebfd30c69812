/*
 * Acknowledgement: twenty people in four rooms drag cards, 600 edits a second in all; how long until each is told
 * that the edit is saved. The stock server never says so, hence it has no figure here.
 */
import { MESSAGE } from "@trellis/shared/protocol/messages";
import * as decoding from "lib0/decoding";
import { moves } from "./edits.ts";
import { Histogram, round } from "./histogram.ts";
import { type MapClient, wholeMap } from "./mapClient.ts";
import { runWriters, type Writer } from "./pacer.ts";
import { cpuSeconds } from "./processes.ts";
import { clientIdOf, enterAll, pause, type Seat, seedRooms } from "./rooms.ts";
import type { TargetPlan } from "./targets.ts";

export interface AcknowledgementJob {
  readonly kind: "ack";
  readonly plan: TargetPlan;
  readonly cards: number;
  readonly seconds: number;
}

export interface AcknowledgementResult {
  readonly editsPerSecond: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  readonly maxMs: number;
  readonly serverCpuPercent: number;
  readonly generatorLateP99Ms: number | null;
}

export const ACKNOWLEDGED_ROOMS = 4;
export const WRITERS_PER_ROOM = 5;
const PER_SECOND = 30;
const WARM_UP_MS = 1500;

export async function runAcknowledgement(job: AcknowledgementJob): Promise<AcknowledgementResult> {
  const { plan, cards, seconds } = job;
  await seedRooms(plan, cards);
  const seats = plan.rooms.flatMap((_, room) =>
    Array.from({ length: WRITERS_PER_ROOM }, (__, index): Seat => ({ room, index })),
  );
  const people = await enterAll(plan, seats);
  const latency = new Histogram();
  const totals = { sent: 0, measuring: false };
  const writers: Writer[] = [];
  for (const [at, person] of people.entries()) {
    const { state } = await wholeMap(person, cards);
    const count = Math.ceil(PER_SECOND * (WARM_UP_MS / 1000 + seconds + 2));
    const next = moves(state, clientIdOf(seats[at]!), count);
    writers.push(acknowledgedWriter(person, next, latency, totals));
  }
  await pause(500);
  let cpu = 0;
  const run = await runWriters(writers, {
    warmUpMs: WARM_UP_MS,
    windowMs: seconds * 1000,
    onWindow: () => {
      totals.measuring = true;
      cpu = cpuSeconds(plan.pid);
    },
  });
  cpu = cpuSeconds(plan.pid) - cpu;
  totals.measuring = false;
  await pause(1000);
  for (const { socket } of people) socket.close();
  const wall = (run.endedAt - run.startedAt) / 1000;
  return {
    editsPerSecond: Math.round(totals.sent / wall),
    sent: totals.sent,
    acknowledged: latency.count,
    p50Ms: latency.quantile(0.5),
    p99Ms: latency.quantile(0.99),
    maxMs: round(latency.max),
    serverCpuPercent: Math.round((100 * cpu) / wall),
    generatorLateP99Ms: run.lateness.quantile(0.99),
  };
}

/** Sends, and matches each `saved(n)` with the send times of the first n frames. */
function acknowledgedWriter(
  { socket }: MapClient,
  next: () => Uint8Array | null,
  latency: Histogram,
  totals: { sent: number; measuring: boolean },
): Writer {
  /** Send times; null for edits outside the window. */
  const sentAt: (number | null)[] = [];
  let settled = 0;
  socket.onMessage = (message) => {
    if (message[0] !== MESSAGE.saved) return;
    const decoder = decoding.createDecoder(message);
    decoding.readVarUint(decoder);
    const saved = decoding.readVarUint(decoder);
    const now = performance.now();
    for (; settled < saved; settled++) {
      const sent = sentAt[settled];
      if (sent !== null && sent !== undefined) latency.add(now - sent);
    }
  };
  return {
    perSecond: PER_SECOND,
    send: () => {
      const frame = next();
      if (!frame) return false;
      sentAt.push(totals.measuring ? performance.now() : null);
      if (totals.measuring) totals.sent += 1;
      socket.send(frame);
      return true;
    },
  };
}
