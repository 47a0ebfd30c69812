import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { newMapId } from "@trellis/shared/schema/ids";
import Database from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aMap, aRow, aSnapshot, docStoreContract } from "../../ports/docStore.contract.ts";
import { mapStoreContract } from "../../ports/mapStore.contract.ts";
import { secretStoreContract } from "../../ports/secretStore.contract.ts";
import { serverSettingsContract } from "../../ports/serverSettings.contract.ts";
import { CorruptLogError } from "../../ports/storeErrors.ts";
import { templateStoreContract } from "../../ports/templateStore.contract.ts";
import { touchStoreContract } from "../../ports/touchStore.contract.ts";
import { claimDataFolder, databaseFile } from "./dataFolder.ts";
import { openSqlStores, type SqlStores } from "./openSqlStores.ts";

let folder: string;
let file: string;
let opened: SqlStores[];

const open = async (): Promise<SqlStores> => {
  const stores = await openSqlStores(file, "migrate");
  opened.push(stores);
  return stores;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trellis-store-"));
  file = databaseFile(folder);
  opened = [];
});
afterEach(async () => {
  for (const stores of opened) await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Changes the closed file behind the store's back. */
function tamper(statement: string): void {
  const db = new Database(file);
  db.exec(statement);
  db.close();
}

docStoreContract(open);
mapStoreContract(open);
secretStoreContract(open);
serverSettingsContract(open);
templateStoreContract(open);
touchStoreContract(open);

describe("SQLite document log", () => {
  const mapId = newMapId();

  async function storedMap(): Promise<void> {
    const stores = await open();
    await stores.docStore.create(aMap(mapId), aSnapshot(0));
    await stores.docStore.append([aRow(mapId, 1), aRow(mapId, 2), aRow(mapId, 3)]);
    await stores.close();
  }
  const loading = async (): Promise<unknown> =>
    (await open()).docStore.load(mapId).then(
      (stored) => stored,
      (error: unknown) => error,
    );

  it("[DS13] opened again, the same file holds everything", async () => {
    await storedMap();
    const stores = await open();
    const stored = await stores.docStore.load(mapId);
    expect(stored?.tail.map((row) => row.seq)).toEqual([1, 2, 3]);
    expect(stored?.snapshot.seq).toBe(0);
    expect(await stores.mapStore.find(mapId)).toMatchObject({ title: "A map", updatedAt: 1_003 });
  });

  const damages: [name: string, statement: string, lastGoodSeq: number | null][] = [
    ["a changed row", "UPDATE document_log SET bytes = x'00' WHERE seq = 2", 1],
    ["a changed first row", "UPDATE document_log SET bytes = x'00' WHERE seq = 1", 0],
    ["a missing row in the middle", "DELETE FROM document_log WHERE seq = 2", 1],
    ["a missing last row", "DELETE FROM document_log WHERE seq = 3", 2],
    ["a row of another epoch", "UPDATE document_log SET epoch = 2 WHERE seq = 3", 2],
    ["a changed snapshot", "UPDATE snapshots SET bytes = x'0102'", null],
    ["a changed state vector", "UPDATE snapshots SET state_vector = x'0102'", null],
    ["a missing snapshot", "DELETE FROM snapshots", null],
  ];
  it.each(damages)(
    "[DS14] %s is reported with what is still good, never skipped",
    async (_, statement, seq) => {
      await storedMap();
      tamper(statement);
      const error = await loading();
      expect(error).toBeInstanceOf(CorruptLogError);
      const { code, lastGoodSeq, good } = error as CorruptLogError;
      expect({ code, lastGoodSeq }).toEqual({ code: "corrupt_log", lastGoodSeq: seq });
      expect(good?.tail.length ?? null).toBe(seq);
    },
  );

  it("[DS14] a snapshot whose checksum fits but which cannot be unpacked is reported", async () => {
    await storedMap();

    const junk = Buffer.from("not compressed");
    const checksum = crc32(Buffer.from("vector 0"), crc32(junk));
    tamper(`UPDATE snapshots SET bytes = x'${junk.toString("hex")}', checksum = ${checksum}`);
    expect(await loading()).toMatchObject({ code: "corrupt_log", lastGoodSeq: null });
  });

  it("[DS15] erased bytes do not stay in the file", async () => {
    const canary = "canary-of-a-deleted-text";
    const stores = await open();
    await stores.docStore.create(aMap(mapId), aSnapshot(0));
    await stores.docStore.append([aRow(mapId, 1, { bytes: new TextEncoder().encode(canary) })]);
    await stores.docStore.swapSnapshot(mapId, 1, aSnapshot(1, "merged"));
    await stores.close();

    expect(readFileSync(file).includes(canary)).toBe(false);
  });
});

describe("SQLite file", () => {
  it("[DB1] runs in WAL mode with every commit flushed, secure delete and foreign keys", async () => {
    const { dialect } = await open();
    const db = new Kysely<unknown>({ dialect });
    const read = async (name: string): Promise<unknown> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await read("journal_mode")).toBe("wal");
    expect(await read("synchronous")).toBe(2);
    expect(await read("secure_delete")).toBe(1);
    expect(await read("foreign_keys")).toBe(1);
  });

  it("[DB2] refuses a database of a newer version and leaves it as it is", async () => {
    await (await open()).close();
    tamper("PRAGMA user_version = 999");
    await expect(openSqlStores(file, "migrate")).rejects.toMatchObject({ code: "newer_database" });
    await expect(openSqlStores(file, "requireCurrent")).rejects.toMatchObject({ code: "newer_database" });
    const db = new Database(file);
    expect(db.pragma("user_version", { simple: true })).toBe(999);
    db.close();
  });

  it("[DB8] brings a file of the first version up to date, with its maps and their rows", async () => {
    const mapId = newMapId();
    const stores = await open();
    await stores.docStore.create(aMap(mapId), aSnapshot(0));
    await stores.docStore.append([aRow(mapId, 1)]);
    await stores.close();
    tamper(
      `DROP TABLE templates; ALTER TABLE maps DROP COLUMN updated_by; DROP TABLE card_touches;
       ALTER TABLE maps DROP COLUMN recorded_from; PRAGMA user_version = 1;`,
    );
    const before = Date.now();
    const again = await open();
    expect((await again.docStore.load(mapId))?.tail).toHaveLength(1);
    expect(await again.mapStore.find(mapId)).toMatchObject({ title: "A map", seq: 1, updatedBy: null });
    await again.docStore.append([aRow(mapId, 2, { userId: "ana" })]);
    expect(await again.mapStore.find(mapId)).toMatchObject({ seq: 2, updatedBy: "ana" });
    expect(await again.templateStore.list()).toEqual([]);
    const remembered = await again.touchStore.read(mapId, 0);
    expect(remembered?.touches).toEqual([]);
    expect(remembered?.recordedFrom).toBeGreaterThanOrEqual(before);
  });

  it("[DB3] a second process neither makes nor changes the database", async () => {
    await expect(openSqlStores(file, "requireCurrent")).rejects.toMatchObject({
      code: "other_database_version",
    });
    expect(existsSync(file)).toBe(false);
    new Database(file).close();
    await expect(openSqlStores(file, "requireCurrent")).rejects.toMatchObject({
      code: "other_database_version",
    });
  });

  it("[DB4] a file that is no database is refused", async () => {
    writeFileSync(file, "not a database, but long enough to be looked at ".repeat(50));
    await expect(openSqlStores(file, "migrate")).rejects.toMatchObject({
      code: "store_failed",
      message: expect.stringContaining("Restore it from a backup"),
    });
  });

  it("[DB4] a file that is there but cannot be opened is not called damaged", async () => {
    mkdirSync(file);
    await expect(openSqlStores(file, "migrate")).rejects.toMatchObject({
      code: "store_failed",
      message: expect.stringMatching(/may not open the database\. Give it the right/),
    });
  });

  it("[DB7] a full disk is called by its name, and the store goes on when there is room", async () => {
    const { dialect, settings } = await open();
    const db = new Kysely<unknown>({ dialect });
    await sql`PRAGMA max_page_count = 1`.execute(db);
    await expect(settings.put("public_url", "x".repeat(1_000_000))).rejects.toMatchObject({
      code: "store_failed",
      message: "The disk is full. Make room; what is stored already is safe.",
    });
    await sql`PRAGMA max_page_count = 1000000`.execute(db);
    await settings.put("public_url", "x".repeat(1_000_000));
    expect((await settings.get("public_url"))?.length).toBe(1_000_000);
  });

  it("[DB5] a second process may redeem and write while the server runs", async () => {
    const server = await open();
    const beside = await openSqlStores(file, "requireCurrent");
    opened.push(beside);
    await beside.secretStore.addSignInSecret({ secretHash: "h", createdAt: 1, expiresAt: 100 });
    const answers = await Promise.all([
      server.secretStore.redeemSignInSecret("h", 5),
      beside.secretStore.redeemSignInSecret("h", 5),
    ]);
    expect(answers.sort()).toEqual(["redeemed", "used"]);
  });

  it("[DB6] transactions of several users of the dialect and log writes do not mix", async () => {
    const { dialect, docStore, mapStore } = await open();
    const mapId = newMapId();
    await docStore.create(aMap(mapId), aSnapshot(0));
    const one = new Kysely<{ server_settings: { key: string; value: string } }>({ dialect });
    const other = new Kysely<{ server_settings: { key: string; value: string } }>({ dialect });
    const write = (db: typeof one, key: string, fail: boolean) =>
      db.transaction().execute(async (transaction) => {
        await transaction.insertInto("server_settings").values({ key, value: "first" }).execute();
        await new Promise((resolve) => setTimeout(resolve, 5));
        await transaction
          .updateTable("server_settings")
          .set({ value: "second" })
          .where("key", "=", key)
          .execute();
        if (fail) throw new Error("taken back");
      });
    const outcomes = await Promise.allSettled([
      write(one, "a", false),
      write(other, "b", true),
      docStore.append([aRow(mapId, 1)]),
      write(one, "c", false),
      docStore.append([aRow(mapId, 2)]),
      mapStore.find(mapId),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "fulfilled",
    ]);
    const rows = await one.selectFrom("server_settings").selectAll().orderBy("key").execute();
    expect(rows).toEqual([
      { key: "a", value: "second" },
      { key: "c", value: "second" },
    ]);
    expect((await docStore.load(mapId))?.tail.map((row) => row.seq)).toEqual([1, 2]);
  });

  it("[DB7] a failing statement is refused with its code and harms nothing after it", async () => {
    const { dialect, settings } = await open();
    const db = new Kysely<unknown>({ dialect });
    await expect(sql`SELECT * FROM no_such_table`.execute(db)).rejects.toMatchObject({
      code: "store_failed",
    });
    await settings.put("public_url", "http://127.0.0.1:1");
    expect(await settings.get("public_url")).toBe("http://127.0.0.1:1");
  });
});

describe("data folder", () => {
  it("[DF1] is made when missing and belongs to one server at a time", () => {
    const inside = join(folder, "a", "b");
    const release = claimDataFolder(inside);
    expect(() => claimDataFolder(inside)).toThrowError(expect.objectContaining({ code: "folder_in_use" }));
    release();
    claimDataFolder(inside)();
  });

  it.runIf(process.platform === "linux")(
    "[DF2] a place where no folder can be made is refused, not tried for ever",
    () => {
      expect(() => claimDataFolder("/proc/trellis/data")).toThrowError(
        expect.objectContaining({ code: "folder_unusable" }),
      );
    },
  );

  it("[DF2] a path that cannot be a folder is refused", async () => {
    const plainFile = join(folder, "plain");
    writeFileSync(plainFile, "");
    expect(() => claimDataFolder(join(plainFile, "data"))).toThrowError(
      expect.objectContaining({ code: "folder_unusable" }),
    );
  });
});
