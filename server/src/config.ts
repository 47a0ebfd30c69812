// Every setting of the server, read from the environment once and checked. The only reader of process.env.
// A bad value is a ConfigError with one sentence: what is wrong and what to do.
import { isIP } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { isLoopback } from "./runtime/loopback.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
/** As a URL writes them; people also write 0 or ::0. */
const WILDCARDS: ReadonlySet<string> = new Set(["0.0.0.0", "[::]"]);

export class ConfigError extends Error {
  readonly code = "bad_setting";

  constructor(message: string) {
    super(message);
    this.name = "ConfigError";
  }
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. A relative DATA_DIR counts from the root of the workspace, wherever the command was typed. */
  readonly dataDir: string;
  /** How people reach the server: origin only, without a trailing slash. */
  readonly publicUrl: string;
  /** False when PUBLIC_URL was left out and `publicUrl` follows from host and port. */
  readonly publicUrlGiven: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** The built pages of the client. */
  readonly clientFolder: string;
}

const addressAt = (host: string, port: number): string =>
  `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;

/** Names look like names, and numbers like an address: 256.1.1.1 and fe80::1%eth0 can be in no link. */
const isHost = (value: string): boolean =>
  (isIP(value) !== 0 ||
    /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9-]+)*$/.test(value)) &&
  URL.canParse(addressAt(value, 80));

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const plain = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return plain && (url.protocol === "https:" || url.protocol === "http:");
}

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(4400)
    .meta({ advice: "a whole number from 1 to 65535" }),
  HOST: z
    .string()
    .refine(isHost)
    .default("127.0.0.1")
    .meta({ advice: "an address of this machine, such as 127.0.0.1 or 0.0.0.0" }),
  DATA_DIR: z.string().default("./data").meta({ advice: "the path of a folder" }),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .optional()
    .meta({ advice: "an address without a path, such as https://trellis.example.org" }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default("warn")
    .meta({ advice: `one of ${LOG_LEVELS.join(", ")}` }),
});

/**
 * Reads the settings. An empty variable counts as not set.
 * @throws ConfigError with the first thing that is wrong
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    const field = environmentSchema.shape[name as keyof typeof environmentSchema.shape];
    throw new ConfigError(`${name} is "${given[name]}", but it must be ${String(field.meta()?.advice)}.`);
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, LOG_LEVEL } = parsed.data;
  if (PUBLIC_URL === undefined && WILDCARDS.has(new URL(addressAt(HOST, PORT)).hostname)) {
    throw new ConfigError(
      `HOST is ${HOST}, which stands for every address of this machine: set PUBLIC_URL to the one people use, such as https://trellis.example.org.`,
    );
  }
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(ROOT, DATA_DIR),
    publicUrl: new URL(PUBLIC_URL ?? addressAt(HOST, PORT)).origin,
    publicUrlGiven: PUBLIC_URL !== undefined,
    logLevel: LOG_LEVEL,
    clientFolder: resolve(ROOT, "client/dist"),
  };
}

/** What is allowed but unwise, as a sentence; null when there is nothing to say. */
export function configWarning({ host, publicUrl }: Config): string | null {
  if (publicUrl.startsWith("https:") || (isLoopback(host) && isLoopback(new URL(publicUrl).hostname)))
    return null;
  return `Warning: Trellis can be reached over the network without encryption (${publicUrl}), so logins can be read on the way. Put it behind https and set PUBLIC_URL to the https address.`;
}

/**
 * Origins whose pages may act with a login cookie. On this machine localhost and 127.0.0.1 mean the same.
 */
export function allowedOrigins({ publicUrl }: Pick<Config, "publicUrl">): ReadonlySet<string> {
  const origins = new Set([publicUrl]);
  const url = new URL(publicUrl);
  if (url.hostname === "localhost" || url.hostname === "127.0.0.1") {
    for (const hostname of ["localhost", "127.0.0.1"]) {
      url.hostname = hostname;
      origins.add(url.origin);
    }
  }
  return origins;
}
