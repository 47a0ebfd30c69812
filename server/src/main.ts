// The composition root: reads the settings, opens the stores, and puts services, HTTP and sync on top of them.
// Invariants: (1) stdout carries one line, when people can come; (2) whatever keeps the server from starting ends with
// one sentence on stderr and exit code 1; (3) it stops in order: no new requests, sockets told, edits stored, file closed.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import packageFile from "../package.json" with { type: "json" };
import { claimDataFolder, databaseFile } from "./adapters/sql/dataFolder.ts";
import { openSqlStores, type SqlStores } from "./adapters/sql/openSqlStores.ts";
import { actorResolver } from "./auth/actor.ts";
import { openAuth } from "./auth/betterAuth.ts";
import { loginsOn } from "./auth/logins.ts";
import { allowedOrigins, type Config, ConfigError, configWarning, readConfig } from "./config.ts";
import { createApp } from "./http/app.ts";
import { isBuilt } from "./http/clientPages.ts";
import type { Watching } from "./http/routes/watching.ts";
import { StoreError } from "./ports/storeErrors.ts";
import { type Log, openLog } from "./runtime/log.ts";
import { openMetrics } from "./runtime/metrics.ts";
import { endOnSignals, runSteps, type Step } from "./runtime/shutdown.ts";
import { roleOn } from "./services/access.ts";
import { GatheredCases } from "./services/cases.ts";
import { Guesses } from "./services/guesses.ts";
import { type MapPorts, purgeMaps } from "./services/maps.ts";
import { Pictures } from "./services/pictures.ts";
import { newSignInLink, SIGN_IN_MINUTES } from "./services/signIn.ts";
import { forgetRemovedCards, type TouchPorts } from "./services/touches.ts";
import { createSync, type Sync } from "./sync/sync.ts";

const PURGE_EVERY_MS = 24 * 60 * 60 * 1000;
/** How long requests under way may take when the server stops. */
const LAST_REQUESTS_MS = 3_000;

/** What the system says of a HOST that it cannot listen on. */
const NO_ADDRESS: ReadonlySet<string> = new Set(["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"]);

/** A reason not to start that a person can do something about. */
class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StartError";
  }
}

export interface RunningServer {
  readonly signInLink: string;
  /** Resolves when something the server cannot live without has ended. */
  readonly died: Promise<Error>;
  readonly stopSteps: readonly Step[];
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE") {
      throw new StartError(`Port ${port} is in use. Stop what uses it, or set PORT to another number.`);
    }
    if (code === "EACCES") {
      throw new StartError(`This account may not open port ${port}. Set PORT to a number above 1023.`);
    }
    if (NO_ADDRESS.has(String(code))) {
      throw new StartError(`HOST ${host} is no address of this machine. Set HOST to one, such as 127.0.0.1.`);
    }
    throw error;
  }
}

/** Programs also offer to go on in HTTP/2; they are answered as if they had not. */
const isForSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === "websocket";

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function purgeDaily(ports: MapPorts & TouchPorts, log: Log): () => void {
  const purge = (): void => {
    purgeMaps(ports).then(
      (purged) => {
        if (purged.length > 0) log.info({ maps: purged }, "removed maps deleted more than 30 days ago");
      },
      // They stay marked deleted, so nobody can open them, and the next round tries again.
      (error: unknown) => log.error({ err: error }, "could not remove maps deleted more than 30 days ago"),
    );
    forgetRemovedCards(ports).catch((error: unknown) =>
      log.error({ err: error }, "could not forget cards removed more than a year ago"),
    );
  };
  purge();
  const timer = setInterval(purge, PURGE_EVERY_MS);
  return () => clearInterval(timer);
}

/** What can be seen of the server from outside: figures, version, whether it is well. */
function watchingOn(sync: Sync): Watching {
  const figures = () => {
    const { sockets, rooms, loadedDocuments, commits } = sync.stats();
    return { sockets, rooms, loadedDocuments, commits };
  };
  return {
    metrics: openMetrics(figures),
    version: packageFile.version,
    isWell: () => !sync.stats().failing,
  };
}

async function serve(
  config: Config,
  stores: SqlStores,
  log: Log,
  now: () => number,
): Promise<Omit<RunningServer, "died">> {
  const { docStore, mapStore, templateStore, touchStore, secretStore, settings, dialect } = stores;
  const { publicUrl, clientFolder } = config;
  const opened = await openAuth({ dialect, settings, secretStore, publicUrl, log, now });
  const logins = loginsOn(opened);
  const resolveActor = actorResolver(opened, secretStore, now);
  const origins = allowedOrigins(config);
  const sync = createSync({
    docStore,
    log,
    resolveActor: ({ headers }) => resolveActor(headers),
    roleOn: (actor, mapId) => roleOn(mapStore, actor, mapId, now()),
    allowedOrigins: [...origins],
  });
  const { liveMaps } = sync;
  const pictures = new Pictures(liveMaps);
  const gatheredCases = new GatheredCases(liveMaps, (mapId, error) =>
    log.error({ mapId, err: error }, "could not read the cases of a map"),
  );
  const kept = { mapStore, templateStore, touchStore };
  const guesses = new Guesses(now);
  const ports = { ...kept, liveMaps, pictures, gatheredCases, logins, guesses, publicUrl, now };
  const watching = watchingOn(sync);
  const server = createServer(
    { shouldUpgradeCallback: isForSocket },
    createApp({ ports, watching, resolveActor, allowedOrigins: origins, publicUrl, clientFolder, log }),
  );
  sync.attach(server);
  try {
    await listen(server, config);
  } catch (error) {
    await sync.stop();
    throw error;
  }
  await settings.put("public_url", publicUrl);
  const stopPurging = purgeDaily(ports, log);
  return {
    signInLink: await newSignInLink({ secretStore, now }, publicUrl),
    stopSteps: [
      { name: "purge", run: stopPurging },
      {
        name: "http and sync",
        run: async () => {
          // Together: the server is closed for new requests at once, but an upgraded socket keeps it open until sync ends.
          await Promise.all([stopListening(server), sync.stop()]);
        },
      },
    ],
  };
}

/**
 * Starts a server and resolves when it takes requests.
 * @throws StartError, StoreError or ConfigError with a sentence for the person; nothing is left open then
 */
export async function startTrellis(
  config: Config,
  log: Log,
  now: () => number = Date.now,
): Promise<RunningServer> {
  const release = claimDataFolder(config.dataDir);
  const steps: Step[] = [{ name: "data folder", run: release }];
  try {
    const stores = await openSqlStores(databaseFile(config.dataDir), "migrate");
    steps.unshift({ name: "store", run: () => stores.close() });
    const { signInLink, stopSteps } = await serve(config, stores, log, now);
    return { signInLink, died: stores.died, stopSteps: [...stopSteps, ...steps] };
  } catch (error) {
    await runSteps(steps, log);
    throw error;
  }
}

const isForPerson = (error: unknown): error is Error =>
  error instanceof StartError || error instanceof ConfigError || error instanceof StoreError;

async function run(): Promise<void> {
  // What this process writes belongs to its account alone.
  process.umask(0o077);
  const config = readConfig();
  const log = openLog(config.logLevel);
  const warning = configWarning(config);
  if (warning !== null) process.stderr.write(`${warning}\n`);
  const { signInLink, died, stopSteps } = await startTrellis(config, log);
  if (!isBuilt(config.clientFolder)) {
    process.stderr.write(
      "The pages of Trellis have not been built: only the HTTP interface answers. Run npm start, which builds them.\n",
    );
  }
  const endFailed = endOnSignals(stopSteps, log);
  void died.then((error) => {
    log.fatal({ err: error }, "the store's thread ended; nothing can be saved any more");
    endFailed();
  });
  process.stdout.write(`Trellis is ready. Sign in within ${SIGN_IN_MINUTES} minutes: ${signInLink}\n`);
}

if (import.meta.main) {
  run().catch((error: unknown) => {
    if (isForPerson(error)) process.stderr.write(`${error.message}\n`);
    else {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`Trellis could not start, and does not know why. Report this:\n${reason}\n`);
    }
    process.exit(1);
  });
}
