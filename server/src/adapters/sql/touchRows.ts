// What a commit says of its cards, written inside its transaction. One row a card; a later word takes the place of an
// earlier one, and a card that is there again is no longer removed and keeps when it was first added.
import type { Database } from "better-sqlite3";
import type { CommittedTouch } from "../../ports/docStore.ts";

function prepare(db: Database) {
  return {
    added: db.prepare(
      `INSERT INTO card_touches (map_id, card_id, added_at, added_by, edited_at, edited_by)
       VALUES (@mapId, @card, @at, @by, @at, @by) ON CONFLICT DO UPDATE
       SET edited_at = excluded.edited_at, edited_by = excluded.edited_by,
           removed_at = NULL, removed_by = NULL, removed_title = NULL, removed_type = NULL`,
    ),
    edited: db.prepare(
      `INSERT INTO card_touches (map_id, card_id, edited_at, edited_by) VALUES (@mapId, @card, @at, @by)
       ON CONFLICT DO UPDATE
       SET edited_at = excluded.edited_at, edited_by = excluded.edited_by,
           removed_at = NULL, removed_by = NULL, removed_title = NULL, removed_type = NULL`,
    ),
    removed: db.prepare(
      `INSERT INTO card_touches (map_id, card_id, removed_at, removed_by, removed_title, removed_type)
       VALUES (@mapId, @card, @at, @by, @title, @type) ON CONFLICT DO UPDATE
       SET removed_at = excluded.removed_at, removed_by = excluded.removed_by,
           removed_title = excluded.removed_title, removed_type = excluded.removed_type`,
    ),
  };
}

export class TouchRows {
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#sql = prepare(db);
  }

  put(mapId: string, at: number, { kind, ...touch }: CommittedTouch): void {
    this.#sql[kind].run({ mapId, at, ...touch });
  }
}
