/*
 * A whole server inside the test's own process: the real composition root, real SQLite in a folder of its own, a
 * listening port, and a clock the test can move. People talk to it as a browser does, with cookies and an Origin.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../../server/src/config.ts";
import { startTrellis } from "../../server/src/main.ts";
import { openLog } from "../../server/src/runtime/log.ts";
import { runSteps } from "../../server/src/runtime/shutdown.ts";
import { freePort } from "./server.ts";

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body decoded when it is JSON, else its text. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it is about
  readonly body: any;
}

/** Someone who asks: a browser with a cookie jar, or a program with a token. */
export interface Client {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

export interface HttpServer {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  /** The secret of the sign-in link printed at the start. */
  readonly signInSecret: string;
  /** Moves the server's clock. */
  advance(ms: number): void;
  now(): number;
  /** A browser nobody has signed in with. */
  browser(): Client;
  /** A program with this bearer token. */
  program(token: string): Client;
  /** Uses up the start's sign-in link. */
  owner(): Promise<Client>;
  /** Comes in by a guest link in a new browser. */
  guest(url: string, name?: string): Promise<Client>;
  stop(): Promise<void>;
}

const secretIn = (link: string): string => link.slice(link.indexOf("#") + 1);

async function answerFrom(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

function clientOf(url: string, token: string | null): Client {
  const send = async (
    method: string,
    path: string,
    body: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> => {
    const headers: Record<string, string> =
      token === null ? { origin: url } : { authorization: `Bearer ${token}` };
    if (client.cookie !== "") headers.cookie = client.cookie;
    if (body !== undefined) headers["content-type"] = "application/json";
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body: text }),
    });
    for (const line of response.headers.getSetCookie()) client.cookie = line.split(";")[0] ?? "";
    return answerFrom(response);
  };
  const client: Client = {
    cookie: "",
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body, headers) => send("POST", path, body, headers),
    patch: (path, body) => send("PATCH", path, body),
    delete: (path) => send("DELETE", path, undefined),
  };
  return client;
}

/** @param settings replaces parts of the configuration */
export async function startHttpServer(settings: Partial<Config> = {}): Promise<HttpServer> {
  const folder = mkdtempSync(join(tmpdir(), "trellis-http-"));
  const port = settings.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const config: Config = {
    port,
    host: "127.0.0.1",
    dataDir: join(folder, "data"),
    publicUrl: url,
    publicUrlGiven: false,
    logLevel: (process.env.LOG_LEVEL as Config["logLevel"] | undefined) ?? "fatal",
    clientFolder: join(folder, "no-client"),
    ...settings,
  };
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const log = openLog(config.logLevel);
  const running = await startTrellis(config, log, now);
  return {
    url,
    port,
    folder,
    signInSecret: secretIn(running.signInLink),
    advance: (ms) => {
      ahead += ms;
    },
    now,
    browser: () => clientOf(url, null),
    program: (token) => clientOf(url, token),
    async owner() {
      const client = clientOf(url, null);
      const answer = await client.post("/api/sign-in", { secret: secretIn(running.signInLink) });
      if (answer.status !== 204) throw new Error(`The owner was refused: ${JSON.stringify(answer.body)}`);
      return client;
    },
    async guest(link, name = "A guest") {
      const client = clientOf(url, null);
      const answer = await client.post("/api/guest-links/redeem", {
        secret: secretIn(link),
        name,
        organisation: "A council",
      });
      if (answer.status !== 200) throw new Error(`The guest was refused: ${JSON.stringify(answer.body)}`);
      return client;
    },
    async stop() {
      await runSteps(running.stopSteps, log);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
