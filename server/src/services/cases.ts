// The cases of all maps somebody may read, for comparing with one. A map's cases are gathered when asked for and kept
// while the map does not change; whose map it is decides each time who gets them.
// Invariants: (1) nothing of a map is answered that the actor may not read when the answer is given; (2) an answer has
// limits and says how many maps it left out; (3) a map that cannot be read is counted and logged, and hides no other.
import { can, type Role } from "@trellis/shared/access/can";
import { CASE_LIMITS, type CaseList } from "@trellis/shared/protocol/api";
import type { Actor } from "../ports/actor.ts";
import { type LiveMaps, type MapCases, UnknownMapError } from "../ports/liveMaps.ts";
import type { MapRecord, MapStore } from "../ports/mapStore.ts";
import { actsAsOwner } from "./access.ts";
import { KeptByChange } from "./keptByChange.ts";

export type CaseLimits = Readonly<Record<"maps" | "cases" | "bytes", number>>;

export interface CasePorts {
  readonly mapStore: MapStore;
  readonly gatheredCases: GatheredCases;
  readonly now: () => number;
}

/** Cases of a map with their size as JSON. */
type Sized = Pick<MapCases, "isCut"> & {
  readonly cases: readonly { readonly one: MapCases["cases"][number]; readonly bytes: number }[];
};

export class GatheredCases {
  readonly #liveMaps: Pick<LiveMaps, "cases">;
  readonly #onUnreadable: (mapId: string, error: unknown) => void;
  readonly #kept = new KeptByChange<Sized>(CASE_LIMITS.maps);
  readonly limits: CaseLimits;

  /** @param onUnreadable hears of maps whose document could not be read */
  constructor(
    liveMaps: Pick<LiveMaps, "cases">,
    onUnreadable: (mapId: string, error: unknown) => void,
    limits: CaseLimits = CASE_LIMITS,
  ) {
    this.#liveMaps = liveMaps;
    this.#onUnreadable = onUnreadable;
    this.limits = limits;
  }

  /** Null when the map cannot be read now; "gone" when it was removed meanwhile. */
  async ofMap({ id, epoch, seq }: Pick<MapRecord, "id" | "epoch" | "seq">): Promise<Sized | null | "gone"> {
    try {
      return await this.#kept.ask(id, `${epoch}.${seq}`, async () => {
        const { cases, isCut } = await this.#liveMaps.cases(id);
        return { isCut, cases: cases.map((one) => ({ one, bytes: Buffer.byteLength(JSON.stringify(one)) })) };
      });
    } catch (error) {
      if (error instanceof UnknownMapError) return "gone";
      // A damaged map is told to whoever opens it; here it must not keep the others away.
      this.#onUnreadable(id, error);
      return null;
    }
  }

  /** For a map that is gone for good. */
  forget(mapId: string): void {
    this.#kept.forget(mapId);
  }
}

/** Maps in use that the actor may read, newest change first. */
async function readable({ mapStore, now }: CasePorts, actor: Actor): Promise<readonly MapRecord[]> {
  const found: readonly { readonly map: MapRecord; readonly role: Role }[] = actsAsOwner(actor)
    ? (await mapStore.list("inUse")).map((map) => ({ map, role: "owner" }))
    : await mapStore.listFor(actor.userId, now());
  return found.filter(({ role }) => can(role, "map.read")).map(({ map }) => map);
}

/** Every case on the maps the actor may read, within the limits. `except` is a map that is left out. */
export async function listCases(ports: CasePorts, actor: Actor, except: string | null): Promise<CaseList> {
  const { gatheredCases } = ports;
  const { limits } = gatheredCases;
  const wanted = (await readable(ports, actor)).filter(({ id }) => id !== except);
  const maps: { id: MapRecord["id"]; title: string; cases: CaseList["maps"][number]["cases"] }[] = [];
  let [looked, cutOff, unread, count, bytes] = [0, 0, 0, 0, 0];
  let isFull = false;
  for (const map of wanted) {
    if (isFull || looked + unread >= limits.maps) {
      cutOff += 1;
      continue;
    }
    const gathered = await gatheredCases.ofMap(map);
    if (gathered === "gone") continue;
    if (gathered === null) {
      unread += 1;
      continue;
    }
    looked += 1;
    const cases: CaseList["maps"][number]["cases"] = [];
    for (const { one, bytes: size } of gathered.cases) {
      isFull = count >= limits.cases || bytes + size > limits.bytes;
      if (isFull) break;
      count += 1;
      bytes += size;
      cases.push({ ...one, links: [...one.links] });
    }
    if (gathered.isCut || cases.length < gathered.cases.length) cutOff += 1;
    if (cases.length > 0) maps.push({ id: map.id, title: map.title, cases });
  }
  // Gathering takes a while: whoever lost a map meanwhile does not get it any more.
  const still = new Set((await readable(ports, actor)).map(({ id }) => id));
  return { maps: maps.filter(({ id }) => still.has(id)), looked, cutOff, unread };
}
