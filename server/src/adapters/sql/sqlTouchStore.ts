// The TouchStore port in SQL. What commits say of cards is written by touchRows.ts.
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import type { CardId, MapId } from "@trellis/shared/schema/ids";
import { type Kysely, type Selectable, sql } from "kysely";
import type { TimeMs } from "../../ports/docStore.ts";
import { REMOVED_KEPT, type TouchedAt, type TouchRecord, type TouchStore } from "../../ports/touchStore.ts";
import type { Tables } from "./tables.ts";

type Row = Selectable<Tables["card_touches"]>;

/** Rows written in one statement; SQLite takes a bounded number of parameters. */
const ROWS_AT_ONCE = 500;

const touched = (at: number | null, by: string | null): TouchedAt | null =>
  at === null || by === null ? null : { at, by };

function toRecord(row: Row): TouchRecord {
  const removed = touched(row.removed_at, row.removed_by);
  const type = CARD_TYPES.find((one) => one === row.removed_type) ?? null;
  return {
    card: row.card_id as CardId,
    added: touched(row.added_at, row.added_by),
    edited: touched(row.edited_at, row.edited_by),
    confirmed: touched(row.confirmed_at, row.confirmed_by),
    removed: removed && { ...removed, title: row.removed_title ?? "", type },
  };
}

export class SqlTouchStore implements TouchStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async read(mapId: MapId, after: TimeMs): Promise<{ recordedFrom: TimeMs; touches: TouchRecord[] } | null> {
    const map = await this.#db
      .selectFrom("maps")
      .select(["recorded_from", "created_at"])
      .where("id", "=", mapId)
      .executeTakeFirst();
    if (map === undefined) return null;
    const ofMap = this.#db.selectFrom("card_touches").selectAll().where("map_id", "=", mapId);
    const [there, removed] = await Promise.all([
      ofMap
        .where("removed_at", "is", null)
        .where((eb) => eb.or([eb("edited_at", ">", after), eb("confirmed_at", ">", after)]))
        .execute(),
      ofMap
        .where("removed_at", ">", after)
        .orderBy("removed_at", "desc")
        .orderBy("card_id")
        .limit(REMOVED_KEPT)
        .execute(),
    ]);
    return {
      recordedFrom: map.recorded_from ?? map.created_at,
      touches: [...there, ...removed].map(toRecord),
    };
  }

  async confirm(mapId: MapId, cards: readonly CardId[], { at, by }: TouchedAt): Promise<void> {
    for (let from = 0; from < cards.length; from += ROWS_AT_ONCE) {
      const values = cards
        .slice(from, from + ROWS_AT_ONCE)
        .map((card) => ({ map_id: mapId, card_id: card, confirmed_at: at, confirmed_by: by }));
      await this.#db
        .insertInto("card_touches")
        .values(values)
        .onConflict((conflict) =>
          conflict.columns(["map_id", "card_id"]).doUpdateSet({ confirmed_at: at, confirmed_by: by }),
        )
        .execute();
    }
  }

  async forgetRemoved(limit: TimeMs): Promise<void> {
    await sql`
      DELETE FROM card_touches WHERE (map_id, card_id) IN (
        SELECT map_id, card_id FROM (
          SELECT map_id, card_id, removed_at,
                 row_number() OVER (PARTITION BY map_id ORDER BY removed_at DESC, card_id) AS place
          FROM card_touches WHERE removed_at IS NOT NULL
        ) WHERE removed_at < ${limit} OR place > ${REMOVED_KEPT}
      )`.execute(this.#db);
  }
}
