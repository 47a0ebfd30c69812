// The folder that holds everything a Trellis server keeps. One server at a time: a lock file held by the operating
// system for as long as the process lives, so a killed server leaves nothing to clean up.
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { StoreError } from "../../ports/storeErrors.ts";

export const databaseFile = (folder: string): string => join(folder, "trellis.db");

const unusable = (folder: string, cause: unknown): StoreError =>
  new StoreError(
    "folder_unusable",
    `Trellis cannot write to its data folder ${folder}. Set DATA_DIR to a folder this account may write to.`,
    { cause },
  );

/** One level after the other: `recursive` never returns where a system refuses by saying that the parent is missing. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Makes the folder when it is missing and claims it for this process.
 * @returns a function that lets it go
 * @throws StoreError `folder_unusable` or `folder_in_use`
 */
export function claimDataFolder(folder: string): () => void {
  let lock: InstanceType<typeof Database>;
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    lock = new Database(join(folder, "trellis.lock"), { timeout: 0 });
  } catch (error) {
    throw unusable(folder, error);
  }
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    const inUse = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
    if (!inUse) throw unusable(folder, error);
    throw new StoreError(
      "folder_in_use",
      `Another Trellis server is using the data folder ${folder}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  return () => lock.close();
}
