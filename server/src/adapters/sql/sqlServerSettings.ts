// The ServerSettings port in SQL: one row a value.
import type { Kysely } from "kysely";
import type { ServerSettingKey, ServerSettings } from "../../ports/serverSettings.ts";
import type { Tables } from "./tables.ts";

export class SqlServerSettings implements ServerSettings {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async get(key: ServerSettingKey): Promise<string | null> {
    const row = await this.#db
      .selectFrom("server_settings")
      .select("value")
      .where("key", "=", key)
      .executeTakeFirst();
    return row?.value ?? null;
  }

  async put(key: ServerSettingKey, value: string): Promise<void> {
    await this.#db
      .insertInto("server_settings")
      .values({ key, value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
      .execute();
  }

  async putIfAbsent(key: ServerSettingKey, value: string): Promise<string> {
    await this.#db
      .insertInto("server_settings")
      .values({ key, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return (await this.get(key)) ?? value;
  }
}
