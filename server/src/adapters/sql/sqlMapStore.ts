// The MapStore port in SQL. Whether a link gives a role is decided in one place (`isLive`), for every question.
import type { Role } from "@trellis/shared/access/can";
import { strongerRole } from "@trellis/shared/access/can";
import type { MapId } from "@trellis/shared/schema/ids";
import { type ExpressionBuilder, type Kysely, type Selectable, sql } from "kysely";
import type { TimeMs } from "../../ports/docStore.ts";
import type { GuestLinkRecord, MapRecord, MapStore, NewGuestLink } from "../../ports/mapStore.ts";
import type { Tables } from "./tables.ts";

const toMap = (row: Omit<Selectable<Tables["maps"]>, "recorded_from">): MapRecord => ({
  id: row.id as MapId,
  title: row.title,
  place: row.place,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  createdBy: row.created_by,
  deletedAt: row.deleted_at,
  updatedBy: row.updated_by,
  seq: row.seq,
  epoch: row.epoch,
});

const toLink = (row: Selectable<Tables["guest_links"]> & { guests: number }): GuestLinkRecord => ({
  id: row.id,
  mapId: row.map_id as MapId,
  role: row.role,
  secretHash: row.secret_hash,
  createdAt: row.created_at,
  createdBy: row.created_by,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  guests: row.guests,
});

/** True for a link that admits people at `now`. */
const isLive = (now: TimeMs) => (eb: ExpressionBuilder<Tables, "guest_links">) =>
  eb.and([
    eb("guest_links.revoked_at", "is", null),
    eb.or([eb("guest_links.expires_at", "is", null), eb("guest_links.expires_at", ">", now)]),
  ]);

const MAP_COLUMNS = [
  "maps.id",
  "maps.title",
  "maps.place",
  "maps.created_at",
  "maps.created_by",
  "maps.updated_at",
  "maps.deleted_at",
  "maps.updated_by",
  "maps.seq",
  "maps.epoch",
] as const;

export class SqlMapStore implements MapStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async find(mapId: MapId): Promise<MapRecord | null> {
    const row = await this.#db
      .selectFrom("maps")
      .select(MAP_COLUMNS)
      .where("id", "=", mapId)
      .executeTakeFirst();
    return row === undefined ? null : toMap(row);
  }

  async list(which: "inUse" | "deleted"): Promise<MapRecord[]> {
    const rows = await this.#db
      .selectFrom("maps")
      .select(MAP_COLUMNS)
      .where("deleted_at", which === "inUse" ? "is" : "is not", null)
      .orderBy("updated_at", "desc")
      .orderBy("id")
      .execute();
    return rows.map(toMap);
  }

  async listFor(userId: string, now: TimeMs): Promise<{ map: MapRecord; role: Role }[]> {
    const rows = await this.#db
      .selectFrom("link_guests")
      .innerJoin("guest_links", "guest_links.id", "link_guests.link_id")
      .innerJoin("maps", "maps.id", "guest_links.map_id")
      .select([...MAP_COLUMNS, "guest_links.role"])
      .where("link_guests.user_id", "=", userId)
      .where("maps.deleted_at", "is", null)
      .where(isLive(now))
      .orderBy("maps.updated_at", "desc")
      .orderBy("maps.id")
      .execute();
    const found = new Map<string, { map: MapRecord; role: Role }>();
    for (const row of rows) {
      const role = strongerRole(found.get(row.id)?.role ?? null, row.role) ?? row.role;
      found.set(row.id, { map: toMap(row), role });
    }
    return [...found.values()];
  }

  async markDeleted(mapId: MapId, at: TimeMs): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("maps")
      .set({ deleted_at: at })
      .where("id", "=", mapId)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async restore(mapId: MapId): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("maps")
      .set({ deleted_at: null })
      .where("id", "=", mapId)
      .where("deleted_at", "is not", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async purge(mapId: MapId): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom("maps")
      .where("id", "=", mapId)
      .where("deleted_at", "is not", null)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  }

  async purgeDeletedBefore(limit: TimeMs): Promise<MapId[]> {
    const rows = await this.#db.deleteFrom("maps").where("deleted_at", "<", limit).returning("id").execute();
    return rows.map((row) => row.id as MapId);
  }

  async roleOf(mapId: MapId, userId: string, now: TimeMs): Promise<Role | null> {
    const rows = await this.#db
      .selectFrom("link_guests")
      .innerJoin("guest_links", "guest_links.id", "link_guests.link_id")
      .innerJoin("maps", "maps.id", "guest_links.map_id")
      .select("guest_links.role")
      .where("link_guests.user_id", "=", userId)
      .where("maps.id", "=", mapId)
      .where("maps.deleted_at", "is", null)
      .where(isLive(now))
      .execute();
    return rows.reduce<Role | null>((strongest, row) => strongerRole(strongest, row.role), null);
  }

  async addGuestLink(link: NewGuestLink): Promise<void> {
    await this.#db
      .insertInto("guest_links")
      .values({
        id: link.id,
        map_id: link.mapId,
        role: link.role,
        secret_hash: link.secretHash,
        created_at: link.createdAt,
        created_by: link.createdBy,
        expires_at: link.expiresAt,
        revoked_at: null,
      })
      .execute();
  }

  #links() {
    return this.#db
      .selectFrom("guest_links")
      .selectAll()
      .select(
        sql<number>`(SELECT count(*) FROM link_guests WHERE link_guests.link_id = guest_links.id)`.as(
          "guests",
        ),
      );
  }

  async findGuestLink(secretHash: string): Promise<GuestLinkRecord | null> {
    const row = await this.#links().where("secret_hash", "=", secretHash).executeTakeFirst();
    return row === undefined ? null : toLink(row);
  }

  async listGuestLinks(mapId: MapId): Promise<GuestLinkRecord[]> {
    const rows = await this.#links()
      .where("map_id", "=", mapId)
      .orderBy("created_at", "desc")
      .orderBy("id")
      .execute();
    return rows.map(toLink);
  }

  async grantByLink(linkId: string, userId: string, now: TimeMs): Promise<"granted" | "gone"> {
    return this.#db.transaction().execute(async (transaction) => {
      const link = await transaction
        .selectFrom("guest_links")
        .select("guest_links.id")
        .where("guest_links.id", "=", linkId)
        .where(isLive(now))
        .executeTakeFirst();
      if (link === undefined) return "gone";
      await transaction
        .insertInto("link_guests")
        .values({ link_id: linkId, user_id: userId, granted_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return "granted";
    });
  }

  async revokeGuestLink(mapId: MapId, linkId: string, at: TimeMs): Promise<string[] | null> {
    return this.#db.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable("guest_links")
        .set((eb) => ({ revoked_at: eb.fn.coalesce("revoked_at", eb.val(at)) }))
        .where("id", "=", linkId)
        .where("map_id", "=", mapId)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return null;
      const guests = await transaction
        .selectFrom("link_guests")
        .select("user_id")
        .where("link_id", "=", linkId)
        .orderBy("user_id")
        .execute();
      return guests.map((guest) => guest.user_id);
    });
  }
}
