// The TemplateStore port in SQL.
import type { TemplateId } from "@trellis/shared/schema/ids";
import type { Kysely, Selectable } from "kysely";
import type { TimeMs } from "../../ports/docStore.ts";
import type { NewTemplate, TemplateRecord, TemplateStore, TemplateWords } from "../../ports/templateStore.ts";
import type { Tables } from "./tables.ts";

const LISTED = ["id", "title", "description", "place", "cards", "links", "created_at", "created_by"] as const;

const toRecord = (row: Pick<Selectable<Tables["templates"]>, (typeof LISTED)[number]>): TemplateRecord => ({
  id: row.id as TemplateId,
  title: row.title,
  description: row.description,
  place: row.place,
  cards: row.cards,
  links: row.links,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

export class SqlTemplateStore implements TemplateStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async add(template: NewTemplate, most: number): Promise<"added" | "full"> {
    return this.#db.transaction().execute(async (transaction) => {
      const { inUse } = await transaction
        .selectFrom("templates")
        .select((eb) => eb.fn.countAll<number>().as("inUse"))
        .where("deleted_at", "is", null)
        .executeTakeFirstOrThrow();
      if (inUse >= most) return "full";
      const { createdAt, createdBy, ...columns } = template;
      await transaction
        .insertInto("templates")
        .values({ ...columns, created_at: createdAt, created_by: createdBy, deleted_at: null })
        .execute();
      return "added";
    });
  }

  async list(): Promise<TemplateRecord[]> {
    const rows = await this.#db
      .selectFrom("templates")
      .select(LISTED)
      .where("deleted_at", "is", null)
      .orderBy("created_at", "desc")
      .orderBy("id")
      .execute();
    return rows.map(toRecord);
  }

  async find(id: TemplateId): Promise<NewTemplate | null> {
    const row = await this.#db
      .selectFrom("templates")
      .select([...LISTED, "document"])
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    return row === undefined ? null : { ...toRecord(row), document: row.document };
  }

  async describe(id: TemplateId, words: Partial<TemplateWords>): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("templates")
      .set(words)
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async markDeleted(id: TemplateId, at: TimeMs): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("templates")
      .set({ deleted_at: at })
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async restore(id: TemplateId): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable("templates")
      .set({ deleted_at: null })
      .where("id", "=", id)
      .where("deleted_at", "is not", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async purgeDeletedBefore(limit: TimeMs): Promise<TemplateId[]> {
    const rows = await this.#db
      .deleteFrom("templates")
      .where("deleted_at", "<", limit)
      .returning("id")
      .execute();
    return rows.map((row) => row.id as TemplateId);
  }
}
