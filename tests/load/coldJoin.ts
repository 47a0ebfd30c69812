/*
 * Cold join: the server has just been started again after a power cut; how long until the first person to open a map
 * has all of it, and what that costs the server.
 */
import { round } from "./histogram.ts";
import { wholeMap } from "./mapClient.ts";
import { cpuSeconds } from "./processes.ts";
import { enter, pause, seedRooms } from "./rooms.ts";
import type { TargetPlan } from "./targets.ts";

/** `seed` fills the rooms before the restart, `join` measures after it. */
export interface ColdJoinJob {
  readonly kind: "cold-seed" | "cold-join";
  readonly plan: TargetPlan;
  readonly cards: number;
}

export interface ColdJoinResult {
  /** From connecting to the last card, for the first client of each room. */
  readonly coldMs: readonly number[];
  readonly coldMedianMs: number;
  /** The same for the second client, when the server has had the map in hands. */
  readonly warmMedianMs: number;
  readonly serverCpuMs: number;
  readonly kilobytes: number;
}

/** LevelDB and the floor write without waiting for the disk: give them the time to. */
const SETTLE_MS = 1500;

export async function seedForColdJoin({ plan, cards }: ColdJoinJob): Promise<null> {
  await seedRooms(plan, cards);
  await pause(SETTLE_MS);
  return null;
}

export async function runColdJoin({ plan, cards }: ColdJoinJob): Promise<ColdJoinResult> {
  const cold: number[] = [];
  const warm: number[] = [];
  const cpu: number[] = [];
  let bytes = 0;
  for (let room = 0; room < plan.rooms.length; room++) {
    const before = cpuSeconds(plan.pid);
    const first = await enter(plan, { room, index: 0 });
    const { completeAt } = await wholeMap(first, cards);
    cold.push(round(completeAt - first.startedAt));
    // What the server still does after its answer belongs to the join.
    await pause(500);
    cpu.push((cpuSeconds(plan.pid) - before) * 1000);
    bytes = first.socket.bytes;
    const second = await enter(plan, { room, index: 1 });
    warm.push(round((await wholeMap(second, cards)).completeAt - second.startedAt));
    first.socket.close();
    second.socket.close();
  }
  return {
    coldMs: cold,
    coldMedianMs: median(cold),
    warmMedianMs: median(warm),
    serverCpuMs: Math.round(median(cpu)),
    kilobytes: Math.round(bytes / 1024),
  };
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
