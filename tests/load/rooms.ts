/*
 * Getting into rooms: brings the content where the server has none, and connects everybody.
 */
import { generatedState, updateFrame } from "./edits.ts";
import type { Address } from "./lightSocket.ts";
import { connectToMap, type MapClient, wholeMap } from "./mapClient.ts";
import type { TargetPlan } from "./targets.ts";

/** The nth client of a room. */
export interface Seat {
  readonly room: number;
  readonly index: number;
}

/** Clients write under ids of their own; the server binds each to a login. */
export const clientIdOf = (seat: Seat): number => 10_000 + seat.room * 1000 + seat.index;

function addressOf(plan: TargetPlan, seat: Seat): Address {
  const room = plan.rooms[seat.room]!;
  const headers = room.logins[seat.index] ?? room.logins.at(-1) ?? {};
  return { host: plan.host, port: plan.port, path: room.path, headers };
}

export const enter = (plan: TargetPlan, seat: Seat): Promise<MapClient> =>
  connectToMap(addressOf(plan, seat), plan, clientIdOf(seat));

/** Puts the generated map into every room of a server that makes no maps of its own. */
export async function seedRooms(plan: TargetPlan, cards: number): Promise<void> {
  if (!plan.seeded) return;
  const frame = updateFrame(generatedState(cards));
  for (let room = 0; room < plan.rooms.length; room++) {
    const client = await enter(plan, { room, index: 0 });
    client.socket.send(frame);
    // Somebody else sees it: then it is in, whatever this socket's fate.
    const witness = await enter(plan, { room, index: 0 });
    await wholeMap(witness, cards);
    client.socket.close();
    witness.socket.close();
  }
}

/** Connects all seats, fifty at a time. */
export async function enterAll(plan: TargetPlan, seats: readonly Seat[]): Promise<MapClient[]> {
  const clients: MapClient[] = [];
  for (let from = 0; from < seats.length; from += 50) {
    clients.push(...(await Promise.all(seats.slice(from, from + 50).map((seat) => enter(plan, seat)))));
  }
  return clients;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
