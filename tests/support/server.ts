/*
 * A real Trellis server as a child process, started as `npm start` starts it, on a free port and a data folder of
 * its own. It can be killed and started again on the same data: that is how durability is proven.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const node = join(root, "node_modules/node/bin/node");
const compiled = join(root, "node_modules/.cache/compiled");
const READY = /^Trellis is ready\..*?(https?:\/\/\S+)\s*$/m;
const READY_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 15_000;

/** Settings on top of port, host and data folder, as environment variables. */
export type ServerSettings = Record<string, string>;

/** A server under test. */
export interface TestServer {
  /** Where it listens, without a trailing slash. */
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  /** The one-time sign-in link printed by the last start. */
  readonly signInLink: string;
  /** Everything printed since the first start. */
  logs(): string;
  /** A bearer token that acts as the owner, from the command line tool. */
  token(name: string): Promise<string>;
  /** A fresh one-time sign-in link, from the command line tool. */
  freshSignInLink(): Promise<string>;
  /** Ends it as a power cut would. */
  kill9(): Promise<void>;
  /** Asks it to end (SIGTERM); resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Starts it again on the same port and data, after {@link kill9} or {@link stop}. */
  restart(settings?: ServerSettings): Promise<void>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}

/** Starts a server; resolves when it has printed that it is ready. */
export async function startServer(settings: ServerSettings = {}): Promise<TestServer> {
  const dataDir = settings.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "trellis-test-")));
  const port = settings.PORT ?? String(await freePort());
  const own = { PORT: port, HOST: "127.0.0.1", DATA_DIR: dataDir };
  const environment = (more: ServerSettings) => ({
    NODE_COMPILE_CACHE: compiled,
    ...process.env,
    ...own,
    ...settings,
    ...more,
  });
  const output: string[] = [];
  let running = await launch(environment({}), output);

  const tool = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(node, ["server/src/cli.ts", ...args], {
      cwd: root,
      env: environment({}),
    });
    return stdout.trim();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    get pid() {
      return running.pid;
    },
    get signInLink() {
      return running.signInLink;
    },
    logs: () => output.join(""),
    token: (name) => tool("token", "--name", name),
    freshSignInLink: async () => /https?:\/\/\S+/.exec(await tool("sign-in-link"))?.[0] ?? "",
    kill9: async () => {
      await end(running.child, "SIGKILL");
    },
    stop: () => end(running.child, "SIGTERM"),
    restart: async (more = {}) => {
      if (running.child.exitCode === null && running.child.signalCode === null) {
        throw new Error("The server still runs: stop() or kill9() it first.");
      }
      running = await launch(environment(more), output);
    },
    dispose: async () => {
      await end(running.child, "SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a server that is expected to refuse, with the given settings.
 * @returns what it printed and its exit code; throws when it has not ended within 20 s
 */
export async function startRefused(
  settings: ServerSettings,
): Promise<{ code: number | null; output: string }> {
  const output: string[] = [];
  const child = spawnServer({ ...process.env, HOST: "127.0.0.1", ...settings }, output);
  const ended = once(child, "close");
  const timer = setTimeout(() => child.kill("SIGKILL"), READY_WITHIN_MS);
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  if (child.signalCode === "SIGKILL")
    throw new Error(`The server did not end by itself:\n${output.join("")}`);
  return { code, output: output.join("") };
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No TCP port was given.");
  return address.port;
}

function spawnServer(env: NodeJS.ProcessEnv, output: string[]): ChildProcess {
  const child = spawn(node, ["server/src/main.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => output.push(text));
  }
  // A test process that ends early leaves no server behind.
  const reap = () => void child.kill("SIGKILL");
  process.once("exit", reap);
  child.once("exit", () => process.off("exit", reap));
  return child;
}

async function launch(env: NodeJS.ProcessEnv, output: string[]) {
  const began = output.length;
  const child = spawnServer(env, output);
  const signInLink = await new Promise<string>((resolve, reject) => {
    const printed = () => output.slice(began).join("");
    const look = () => {
      const link = READY.exec(printed())?.[1];
      if (link) settle(() => resolve(link));
    };
    const refuse = (reason: string) => settle(() => reject(new Error(`${reason}:\n${printed()}`)));
    const ended = () =>
      refuse(`The server ended with ${child.exitCode ?? child.signalCode} before it was ready`);
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      refuse(`The server was not ready within ${READY_WITHIN_MS / 1000} s`);
    }, READY_WITHIN_MS);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      child.stdout?.off("data", look);
      child.off("close", ended);
      then();
    };
    child.stdout?.on("data", look);
    child.once("close", ended);
  });
  if (child.pid === undefined) throw new Error("The server has no process id.");
  return { child, pid: child.pid, signInLink };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
  return child.exitCode;
}
