// Opens the SQLite file of a data folder and hands out every port on it. One thread, one file, one owner.
import { type Dialect, Kysely } from "kysely";
import type { DocStore } from "../../ports/docStore.ts";
import type { MapStore } from "../../ports/mapStore.ts";
import type { SecretStore } from "../../ports/secretStore.ts";
import type { ServerSettings } from "../../ports/serverSettings.ts";
import type { TemplateStore } from "../../ports/templateStore.ts";
import type { TouchStore } from "../../ports/touchStore.ts";
import { SqlDocStore } from "./sqlDocStore.ts";
import { SqlMapStore } from "./sqlMapStore.ts";
import { SqlSecretStore } from "./sqlSecretStore.ts";
import { SqlServerSettings } from "./sqlServerSettings.ts";
import { SqlTemplateStore } from "./sqlTemplateStore.ts";
import { SqlTouchStore } from "./sqlTouchStore.ts";
import { StoreThread } from "./storeThread.ts";
import type { Tables } from "./tables.ts";
import { workerDialect } from "./workerDialect.ts";
import type { StoreWorkerInput } from "./workerProtocol.ts";

export interface SqlStores {
  readonly docStore: DocStore;
  readonly mapStore: MapStore;
  readonly secretStore: SecretStore;
  readonly settings: ServerSettings;
  readonly templateStore: TemplateStore;
  readonly touchStore: TouchStore;
  /** For better-auth, whose tables live in the same file. */
  readonly dialect: Dialect;
  /** Resolves when the store's thread ended by itself: nothing can be stored any more. */
  readonly died: Promise<Error>;
  /** Finishes what was asked, then closes the file. Later calls are refused with `store_closed`. */
  close(): Promise<void>;
}

/**
 * @param onOpen `migrate` for the server; `requireCurrent` for a second process beside it
 * @throws StoreError `newer_database`, `other_database_version`, `old_sqlite` or `store_failed`
 */
export async function openSqlStores(file: string, onOpen: StoreWorkerInput["onOpen"]): Promise<SqlStores> {
  const thread = await StoreThread.open({ file, onOpen });
  const dialect = workerDialect(thread);
  const db = new Kysely<Tables>({ dialect });
  return {
    docStore: new SqlDocStore(thread),
    mapStore: new SqlMapStore(db),
    secretStore: new SqlSecretStore(db),
    settings: new SqlServerSettings(db),
    templateStore: new SqlTemplateStore(db),
    touchStore: new SqlTouchStore(db),
    dialect,
    died: thread.died,
    close: () => thread.close(),
  };
}
