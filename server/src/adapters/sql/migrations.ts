// The shape of our own tables, step by step. better-auth makes its tables itself, in the same file.
// A step that has shipped is never edited: add the next one. `PRAGMA user_version` is the number of steps taken.
import type { Database } from "better-sqlite3";
import { StoreError } from "../../ports/storeErrors.ts";

const STEPS: readonly string[] = [
  `
  CREATE TABLE maps (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    place TEXT,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE snapshots (
    map_id TEXT PRIMARY KEY REFERENCES maps (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    state_vector BLOB NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE document_log (
    map_id TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    ts INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (map_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE client_ids (
    map_id TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (map_id, client_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE guest_links (
    id TEXT PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'editor')),
    secret_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX guest_links_of_map ON guest_links (map_id);

  CREATE TABLE link_guests (
    link_id TEXT NOT NULL REFERENCES guest_links (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    PRIMARY KEY (link_id, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX links_of_guest ON link_guests (user_id);

  CREATE TABLE sign_in_secrets (
    secret_hash TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT;

  CREATE TABLE api_tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
  ) STRICT;

  CREATE TABLE server_settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
  `,
  `
  ALTER TABLE maps ADD COLUMN updated_by TEXT;

  CREATE TABLE templates (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    place TEXT NOT NULL,
    cards INTEGER NOT NULL,
    links INTEGER NOT NULL,
    document TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    deleted_at INTEGER
  ) STRICT;
  `,
  // Maps that are older than this step are remembered from now on; what happened before is not known.
  `
  ALTER TABLE maps ADD COLUMN recorded_from INTEGER;
  UPDATE maps SET recorded_from = CAST(unixepoch('subsec') * 1000 AS INTEGER);

  CREATE TABLE card_touches (
    map_id TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE,
    card_id TEXT NOT NULL,
    added_at INTEGER,
    added_by TEXT,
    edited_at INTEGER,
    edited_by TEXT,
    confirmed_at INTEGER,
    confirmed_by TEXT,
    removed_at INTEGER,
    removed_by TEXT,
    removed_title TEXT,
    removed_type TEXT,
    PRIMARY KEY (map_id, card_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX removed_cards ON card_touches (map_id, removed_at) WHERE removed_at IS NOT NULL;
  `,
];

/** For a second process that comes before the first start. */
export const NO_DATABASE =
  "There is no Trellis database in this folder yet. Start Trellis once with npm start, or set DATA_DIR to the folder it uses.";

const versionOf = (db: Database): number => Number(db.pragma("user_version", { simple: true }));

function refuseNewer(version: number): void {
  if (version > STEPS.length) {
    throw new StoreError(
      "newer_database",
      `The database was written by a newer Trellis (format ${version}; this one knows ${STEPS.length}). Start the newer version, or restore a backup made before the update.`,
    );
  }
}

/**
 * Brings the file to this version, each step in a transaction of its own.
 * @throws StoreError `newer_database`; nothing has been changed then
 */
export function migrate(db: Database): void {
  refuseNewer(versionOf(db));
  for (let version = versionOf(db); version < STEPS.length; version++) {
    db.transaction(() => {
      db.exec(STEPS[version] ?? "");
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}

/**
 * For a second process beside a running server: it must find the file as it would have made it.
 * @throws StoreError `newer_database` or `other_database_version`
 */
export function requireCurrent(db: Database): void {
  const version = versionOf(db);
  refuseNewer(version);
  if (version < STEPS.length) {
    throw new StoreError(
      "other_database_version",
      version === 0
        ? NO_DATABASE
        : "The database belongs to an older Trellis. Start Trellis once with npm start to bring it up to date.",
    );
  }
}
