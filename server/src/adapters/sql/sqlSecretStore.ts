// The SecretStore port in SQL. Single use rests on one conditional UPDATE, so it also holds between processes.
import type { Kysely, Selectable } from "kysely";
import type { TimeMs } from "../../ports/docStore.ts";
import type { ApiTokenRecord, SecretStore } from "../../ports/secretStore.ts";
import type { Tables } from "./tables.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const toToken = (row: Selectable<Tables["api_tokens"]>): ApiTokenRecord => ({
  id: row.id,
  name: row.name,
  secretHash: row.secret_hash,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
});

export class SqlSecretStore implements SecretStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async addSignInSecret(secret: { secretHash: string; createdAt: TimeMs; expiresAt: TimeMs }): Promise<void> {
    await this.#db
      .deleteFrom("sign_in_secrets")
      .where("expires_at", "<", secret.createdAt - DAY_MS)
      .execute();
    await this.#db
      .insertInto("sign_in_secrets")
      .values({
        secret_hash: secret.secretHash,
        created_at: secret.createdAt,
        expires_at: secret.expiresAt,
        used_at: null,
      })
      .execute();
  }

  async redeemSignInSecret(
    secretHash: string,
    now: TimeMs,
  ): Promise<"redeemed" | "used" | "expired" | "unknown"> {
    const { numUpdatedRows } = await this.#db
      .updateTable("sign_in_secrets")
      .set({ used_at: now })
      .where("secret_hash", "=", secretHash)
      .where("used_at", "is", null)
      .where("expires_at", ">", now)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) return "redeemed";
    const row = await this.#db
      .selectFrom("sign_in_secrets")
      .select("used_at")
      .where("secret_hash", "=", secretHash)
      .executeTakeFirst();
    if (row === undefined) return "unknown";
    return row.used_at === null ? "expired" : "used";
  }

  async addToken(token: ApiTokenRecord): Promise<void> {
    await this.#db
      .insertInto("api_tokens")
      .values({
        id: token.id,
        name: token.name,
        secret_hash: token.secretHash,
        created_at: token.createdAt,
        last_used_at: token.lastUsedAt,
      })
      .execute();
  }

  async findToken(secretHash: string): Promise<ApiTokenRecord | null> {
    const row = await this.#db
      .selectFrom("api_tokens")
      .selectAll()
      .where("secret_hash", "=", secretHash)
      .executeTakeFirst();
    return row === undefined ? null : toToken(row);
  }

  async touchToken(id: string, at: TimeMs): Promise<void> {
    await this.#db.updateTable("api_tokens").set({ last_used_at: at }).where("id", "=", id).execute();
  }

  async listTokens(): Promise<ApiTokenRecord[]> {
    const rows = await this.#db
      .selectFrom("api_tokens")
      .selectAll()
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    return rows.map(toToken);
  }

  async removeToken(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom("api_tokens")
      .where("id", "=", id)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  }
}
