// Every connection there is, by map and by login. Invariant: a connection is in here from its upgrade to its close.
import type { MapId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import type { Whom } from "../ports/liveMaps.ts";
import type { Connection } from "./connection.ts";

/** A token acts as its owner, but what one of the two does wrong must not shut out the other. */
export const loginOf = ({ kind, userId }: Actor): string =>
  `${kind === "token" ? "token" : "person"}:${userId}`;

export class Registry {
  readonly #byMap = new Map<MapId, Set<Connection>>();
  readonly #logins = new Map<string, number>();
  #size = 0;
  #removals = 0;

  get size(): number {
    return this.#size;
  }

  /** Counts how often access was taken away; whoever asked for access before such a moment asks again. */
  get removals(): number {
    return this.#removals;
  }

  all(): Connection[] {
    return [...this.#byMap.values()].flatMap((connections) => [...connections]);
  }

  onMap(mapId: MapId): readonly Connection[] {
    return [...(this.#byMap.get(mapId) ?? [])];
  }

  countOf(actor: Actor): number {
    return this.#logins.get(loginOf(actor)) ?? 0;
  }

  add(connection: Connection): void {
    const known = this.#byMap.get(connection.mapId);
    if (known) known.add(connection);
    else this.#byMap.set(connection.mapId, new Set([connection]));
    this.#size++;
  }

  /** The connection's login is known. */
  name(connection: Connection, actor: Actor): void {
    connection.actor = actor;
    this.#logins.set(loginOf(actor), this.countOf(actor) + 1);
  }

  remove(connection: Connection): void {
    const onMap = this.#byMap.get(connection.mapId);
    if (!onMap?.delete(connection)) return;
    this.#size--;
    if (onMap.size === 0) this.#byMap.delete(connection.mapId);
    const { actor } = connection;
    if (actor === null) return;
    const left = this.countOf(actor) - 1;
    if (left > 0) this.#logins.set(loginOf(actor), left);
    else this.#logins.delete(loginOf(actor));
  }

  disconnect(mapId: MapId, whom: Whom, code: number, reason: string): void {
    this.#removals++;
    for (const connection of this.onMap(mapId)) {
      if (whom === "all" || connection.actor?.userId === whom.userId) connection.close(code, reason);
    }
  }

  /** Sends a frame of ours to whoever has been let in and knows our messages. */
  tell(mapId: MapId, frame: Uint8Array): void {
    for (const { seat } of this.onMap(mapId)) if (seat?.speaksTrellis) seat.outlet.answer(frame);
  }

  /** Distinct people who have been let in. */
  people(mapId: MapId): readonly Actor[] {
    const admitted = this.onMap(mapId).flatMap(({ seat, actor }) =>
      seat === null || actor === null ? [] : [actor],
    );
    return [...new Map(admitted.map((actor) => [actor.userId, actor])).values()];
  }
}
