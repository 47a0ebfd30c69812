// The stores in memory, for tests of services and of the room engine. Same behaviour as SQL, proven by the same
// contracts; nothing survives the process.
import type { Role } from "@trellis/shared/access/can";
import { strongerRole } from "@trellis/shared/access/can";
import type { MapId } from "@trellis/shared/schema/ids";
import type {
  AppendRow,
  DocStore,
  LogRow,
  NewMap,
  StoredDoc,
  StoredSnapshot,
  TimeMs,
} from "../../ports/docStore.ts";
import type { GuestLinkRecord, MapRecord, MapStore, NewGuestLink } from "../../ports/mapStore.ts";
import type { ApiTokenRecord, SecretStore } from "../../ports/secretStore.ts";
import type { ServerSettingKey, ServerSettings } from "../../ports/serverSettings.ts";
import { StoreError } from "../../ports/storeErrors.ts";
import type { TemplateStore } from "../../ports/templateStore.ts";
import type { TouchStore } from "../../ports/touchStore.ts";
import { type Door, enter } from "./door.ts";
import { MemoryTemplateStore } from "./memoryTemplateStore.ts";
import { MemoryTouchStore, putTouch, type StoredTouches } from "./memoryTouchStore.ts";

interface StoredMap {
  /** Its `seq` and `epoch` are those of the document below. */
  record: Omit<MapRecord, "seq" | "epoch">;
  epoch: number;
  snapshot: StoredSnapshot;
  tail: LogRow[];
  clientIds: Map<number, string>;
  touches: StoredTouches;
}
interface StoredLink {
  link: NewGuestLink;
  revokedAt: TimeMs | null;
  guests: Set<string>;
}
const DAY_MS = 24 * 60 * 60 * 1000;

const copy = (snapshot: StoredSnapshot): StoredSnapshot => ({
  seq: snapshot.seq,
  bytes: snapshot.bytes.slice(),
  stateVector: snapshot.stateVector.slice(),
});

class MemoryDocStore implements DocStore {
  readonly #maps: Map<MapId, StoredMap>;
  readonly #door: Door;

  constructor(maps: Map<MapId, StoredMap>, door: Door) {
    this.#maps = maps;
    this.#door = door;
  }

  async create(map: NewMap, snapshot: StoredSnapshot): Promise<void> {
    const kept = copy(snapshot);
    await enter(this.#door);
    const { mapId, title, place, createdAt, createdBy } = map;
    if (this.#maps.has(mapId)) throw new StoreError("map_exists", "A map with this id exists already.");
    const record = {
      id: mapId,
      title,
      place,
      createdAt,
      createdBy,
      updatedAt: createdAt,
      deletedAt: null,
      updatedBy: null,
    };
    const touches = { recordedFrom: createdAt, rows: new Map() };
    this.#maps.set(mapId, { record, epoch: 1, snapshot: kept, tail: [], clientIds: new Map(), touches });
  }

  async load(mapId: MapId): Promise<StoredDoc | null> {
    await enter(this.#door);
    const stored = this.#maps.get(mapId);
    if (stored === undefined) return null;
    const tail = stored.tail.map((row) => ({ seq: row.seq, bytes: row.bytes.slice() }));
    return { epoch: stored.epoch, snapshot: copy(stored.snapshot), tail };
  }

  async append(rows: readonly AppendRow[]): Promise<void> {
    const kept = rows.map((row) => ({ ...row, bytes: row.bytes.slice() }));
    await enter(this.#door);
    const heads = new Map<MapId, number>();
    for (const { mapId, epoch, seq } of kept) {
      const stored = this.#maps.get(mapId);
      const head = heads.get(mapId) ?? (stored && lastSeq(stored));
      if (stored === undefined || stored.epoch !== epoch || head === undefined || seq !== head + 1) {
        throw new StoreError(
          "stale_append",
          `Change ${seq} does not follow the last stored change of this map.`,
        );
      }
      heads.set(mapId, seq);
    }
    for (const { mapId, seq, bytes, ts, userId, listing, touches } of kept) {
      const stored = this.#maps.get(mapId);
      if (stored === undefined) continue;
      stored.tail.push({ seq, bytes });
      const updatedAt = Math.max(stored.record.updatedAt, ts);
      stored.record = { ...stored.record, ...listing, updatedAt, updatedBy: userId };
      for (const touch of touches ?? []) putTouch(stored.touches, ts, touch);
    }
  }

  async swapSnapshot(mapId: MapId, epoch: number, snapshot: StoredSnapshot): Promise<"swapped" | "stale"> {
    const kept = copy(snapshot);
    await enter(this.#door);
    const stored = this.#maps.get(mapId);
    if (stored === undefined || stored.epoch !== epoch) return "stale";
    if (kept.seq <= stored.snapshot.seq || kept.seq > lastSeq(stored)) return "stale";
    stored.snapshot = kept;
    stored.tail = stored.tail.filter((row) => row.seq > kept.seq);
    return "swapped";
  }

  async bindClientId(mapId: MapId, clientId: number, userId: string): Promise<"bound" | "taken"> {
    await enter(this.#door);
    const clientIds = this.#maps.get(mapId)?.clientIds;
    if (clientIds === undefined) throw new StoreError("store_failed", "There is no such map.");
    if (!clientIds.has(clientId)) clientIds.set(clientId, userId);
    return clientIds.get(clientId) === userId ? "bound" : "taken";
  }
}

const lastSeq = (stored: StoredMap): number => stored.tail.at(-1)?.seq ?? stored.snapshot.seq;

const recordOf = (stored: StoredMap): MapRecord => ({
  ...stored.record,
  seq: lastSeq(stored),
  epoch: stored.epoch,
});

const byChange = (one: MapRecord, other: MapRecord): number =>
  other.updatedAt - one.updatedAt || (one.id < other.id ? -1 : 1);

class MemoryMapStore implements MapStore {
  readonly #maps: Map<MapId, StoredMap>;
  readonly #links = new Map<string, StoredLink>();
  readonly #door: Door;

  constructor(maps: Map<MapId, StoredMap>, door: Door) {
    this.#maps = maps;
    this.#door = door;
  }

  async find(mapId: MapId): Promise<MapRecord | null> {
    await enter(this.#door);
    const stored = this.#maps.get(mapId);
    return stored === undefined ? null : recordOf(stored);
  }

  async list(which: "inUse" | "deleted"): Promise<MapRecord[]> {
    await enter(this.#door);
    return [...this.#maps.values()]
      .map(recordOf)
      .filter((record) => (record.deletedAt === null) === (which === "inUse"))
      .sort(byChange);
  }

  async listFor(userId: string, now: TimeMs): Promise<{ map: MapRecord; role: Role }[]> {
    return (await this.list("inUse")).flatMap((map) => {
      const role = this.#roleOf(map.id, userId, now);
      return role === null ? [] : [{ map, role }];
    });
  }

  async markDeleted(mapId: MapId, at: TimeMs): Promise<boolean> {
    return this.#setDeleted(mapId, at);
  }

  async restore(mapId: MapId): Promise<boolean> {
    return this.#setDeleted(mapId, null);
  }

  async #setDeleted(mapId: MapId, deletedAt: TimeMs | null): Promise<boolean> {
    await enter(this.#door);
    const stored = this.#maps.get(mapId);
    if (stored === undefined || (stored.record.deletedAt === null) === (deletedAt === null)) return false;
    stored.record = { ...stored.record, deletedAt };
    return true;
  }

  async purgeDeletedBefore(limit: TimeMs): Promise<MapId[]> {
    const old = (await this.list("deleted")).filter((map) => map.deletedAt !== null && map.deletedAt < limit);
    for (const { id } of old) this.#remove(id);
    return old.map((map) => map.id);
  }

  async purge(mapId: MapId): Promise<boolean> {
    await enter(this.#door);
    const record = this.#maps.get(mapId)?.record;
    if (record === undefined || record.deletedAt === null) return false;
    this.#remove(mapId);
    return true;
  }

  #remove(mapId: MapId): void {
    this.#maps.delete(mapId);
    for (const [linkId, { link }] of this.#links) if (link.mapId === mapId) this.#links.delete(linkId);
  }

  async roleOf(mapId: MapId, userId: string, now: TimeMs): Promise<Role | null> {
    await enter(this.#door);
    return this.#roleOf(mapId, userId, now);
  }

  #roleOf(mapId: MapId, userId: string, now: TimeMs): Role | null {
    if (this.#maps.get(mapId)?.record.deletedAt !== null) return null;
    return [...this.#links.values()]
      .filter((stored) => stored.link.mapId === mapId && stored.guests.has(userId) && isLive(stored, now))
      .reduce<Role | null>((strongest, { link }) => strongerRole(strongest, link.role), null);
  }

  async addGuestLink(link: NewGuestLink): Promise<void> {
    await enter(this.#door);
    this.#links.set(link.id, { link, revokedAt: null, guests: new Set() });
  }

  async findGuestLink(secretHash: string): Promise<GuestLinkRecord | null> {
    await enter(this.#door);
    const stored = [...this.#links.values()].find(({ link }) => link.secretHash === secretHash);
    return stored === undefined ? null : toRecord(stored);
  }

  async listGuestLinks(mapId: MapId): Promise<GuestLinkRecord[]> {
    await enter(this.#door);
    return [...this.#links.values()]
      .filter(({ link }) => link.mapId === mapId)
      .map(toRecord)
      .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1));
  }

  async grantByLink(linkId: string, userId: string, now: TimeMs): Promise<"granted" | "gone"> {
    await enter(this.#door);
    const stored = this.#links.get(linkId);
    if (stored === undefined || !isLive(stored, now)) return "gone";
    stored.guests.add(userId);
    return "granted";
  }

  async revokeGuestLink(mapId: MapId, linkId: string, at: TimeMs): Promise<string[] | null> {
    await enter(this.#door);
    const stored = this.#links.get(linkId);
    if (stored === undefined || stored.link.mapId !== mapId) return null;
    stored.revokedAt ??= at;
    return [...stored.guests].sort();
  }
}

const isLive = ({ link, revokedAt }: StoredLink, now: TimeMs): boolean =>
  revokedAt === null && (link.expiresAt === null || link.expiresAt > now);

const toRecord = ({ link, revokedAt, guests }: StoredLink): GuestLinkRecord => ({
  ...link,
  revokedAt,
  guests: guests.size,
});

class MemorySecretStore implements SecretStore {
  readonly #secrets = new Map<string, { expiresAt: TimeMs; usedAt: TimeMs | null }>();
  readonly #tokens = new Map<string, ApiTokenRecord>();
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  async addSignInSecret(secret: { secretHash: string; createdAt: TimeMs; expiresAt: TimeMs }): Promise<void> {
    await enter(this.#door);
    for (const [hash, { expiresAt }] of this.#secrets) {
      if (expiresAt < secret.createdAt - DAY_MS) this.#secrets.delete(hash);
    }
    this.#secrets.set(secret.secretHash, { expiresAt: secret.expiresAt, usedAt: null });
  }

  async redeemSignInSecret(
    secretHash: string,
    now: TimeMs,
  ): Promise<"redeemed" | "used" | "expired" | "unknown"> {
    await enter(this.#door);
    const secret = this.#secrets.get(secretHash);
    if (secret === undefined) return "unknown";
    if (secret.usedAt !== null) return "used";
    if (secret.expiresAt <= now) return "expired";
    secret.usedAt = now;
    return "redeemed";
  }

  async addToken(token: ApiTokenRecord): Promise<void> {
    await enter(this.#door);
    this.#tokens.set(token.id, token);
  }

  async findToken(secretHash: string): Promise<ApiTokenRecord | null> {
    return (await this.listTokens()).find((token) => token.secretHash === secretHash) ?? null;
  }

  async touchToken(id: string, at: TimeMs): Promise<void> {
    await enter(this.#door);
    const token = this.#tokens.get(id);
    if (token !== undefined) this.#tokens.set(id, { ...token, lastUsedAt: at });
  }

  async listTokens(): Promise<ApiTokenRecord[]> {
    await enter(this.#door);
    return [...this.#tokens.values()].sort((one, other) => one.createdAt - other.createdAt);
  }

  async removeToken(id: string): Promise<boolean> {
    await enter(this.#door);
    return this.#tokens.delete(id);
  }
}

class MemorySettings implements ServerSettings {
  readonly #values = new Map<ServerSettingKey, string>();
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  async get(key: ServerSettingKey): Promise<string | null> {
    await enter(this.#door);
    return this.#values.get(key) ?? null;
  }

  async put(key: ServerSettingKey, value: string): Promise<void> {
    await enter(this.#door);
    this.#values.set(key, value);
  }

  async putIfAbsent(key: ServerSettingKey, value: string): Promise<string> {
    await enter(this.#door);
    const kept = this.#values.get(key) ?? value;
    this.#values.set(key, kept);
    return kept;
  }
}

export interface MemoryStores {
  readonly docStore: DocStore;
  readonly mapStore: MapStore;
  readonly secretStore: SecretStore;
  readonly settings: ServerSettings;
  readonly templateStore: TemplateStore;
  readonly touchStore: TouchStore;
  close(): Promise<void>;
}

/** Empty stores over one memory. */
export function memoryStores(): MemoryStores {
  const maps = new Map<MapId, StoredMap>();
  const door: Door = { open: true };
  return {
    docStore: new MemoryDocStore(maps, door),
    mapStore: new MemoryMapStore(maps, door),
    secretStore: new MemorySecretStore(door),
    settings: new MemorySettings(door),
    templateStore: new MemoryTemplateStore(door),
    touchStore: new MemoryTouchStore(maps, door),
    close: async () => {
      door.open = false;
    },
  };
}
