/*
 * The servers of a measurement, each a process of its own with a folder of its own, and how the generator gets into
 * their rooms. Trellis runs as `npm start` runs it, with real logins: one guest per writer, and readers that share a
 * login up to half of what one person may open.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { comeIn, type Person, signIn } from "../support/person.ts";
import { freePort, startServer } from "../support/server.ts";
import { generatedDocument } from "./generatedMap.ts";
import { PEERS } from "./peerInstall.ts";

/** A room as the generator finds it. */
export interface RoomPlan {
  readonly path: string;
  /** Headers of the nth client; clients beyond the list take the last one. */
  readonly logins: readonly Readonly<Record<string, string>>[];
}

/** What the generator must know of a server; plain JSON, since it goes to another process. */
export interface TargetPlan {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** Speaks Trellis' own messages: hello, saved, batches. */
  readonly hello: boolean;
  /** The generator has to bring the map's content. */
  readonly seeded: boolean;
  readonly rooms: readonly RoomPlan[];
}

export interface RoomsWanted {
  readonly rooms: number;
  readonly cards: number;
  /** Clients of each room, the first `writers` of which send. */
  readonly clients: number;
  readonly writers: number;
}

export interface Target {
  readonly name: TargetName;
  prepare(wanted: RoomsWanted): Promise<TargetPlan>;
  /** Kills it as a power cut would and starts it again on the same files. */
  restart(): Promise<void>;
  plan(): TargetPlan;
  stop(): Promise<void>;
}

export type TargetName = "trellis" | "yws" | "floor";
export const TARGETS: readonly TargetName[] = ["trellis", "yws", "floor"];

const HOST = "127.0.0.1";
/** Half of LIMITS.socketsPerPerson: nobody is near a limit by accident. */
const READERS_PER_LOGIN = 10;

/** Starts a server; `durable` decides whether the stock server keeps its rooms on disk. */
export async function startTarget(name: TargetName, durable: boolean): Promise<Target> {
  if (name === "trellis") return startTrellis();
  return name === "yws"
    ? startPlain("yws", join(PEERS, "stockServer.js"), (folder) => (durable ? { YPERSISTENCE: folder } : {}))
    : startPlain("floor", fileURLToPath(new URL("./floor.ts", import.meta.url)), (folder) => ({
        ...(durable ? { FLOOR_FOLDER: folder } : {}),
      }));
}

async function startTrellis(): Promise<Target> {
  const server = await startServer({ LOG_LEVEL: "warn" });
  const owner = await signIn(server.url, server.signInLink);
  let rooms: RoomPlan[] = [];
  const plan = (): TargetPlan => ({
    name: "trellis",
    host: HOST,
    port: Number(new URL(server.url).port),
    pid: server.pid,
    hello: true,
    seeded: false,
    rooms,
  });
  return {
    name: "trellis",
    plan,
    prepare: async (wanted) => {
      rooms = await trellisRooms(server.url, owner, wanted);
      return plan();
    },
    restart: async () => {
      await server.kill9();
      await server.restart();
    },
    stop: () => server.dispose(),
  };
}

/** One map per room, and guests who come in by its link. */
async function trellisRooms(url: string, owner: Person, wanted: RoomsWanted): Promise<RoomPlan[]> {
  const document = generatedDocument(wanted.cards);
  const readers = Math.ceil((wanted.clients - wanted.writers) / READERS_PER_LOGIN);
  const room = async (index: number): Promise<RoomPlan> => {
    const id = await owner.createMap({ title: `Map ${index}`, document });
    const link = await owner.createGuestLink(id, "editor");
    const origin = { origin: url };
    const logins: Record<string, string>[] = [];
    for (let guest = 0; guest < wanted.writers + readers; guest++) {
      const person = await comeIn(url, link.url, `Guest ${index}-${guest}`);
      const clients = guest < wanted.writers ? 1 : READERS_PER_LOGIN;
      for (let client = 0; client < clients; client++) logins.push({ ...origin, ...person.login });
    }
    return { path: `/sync/${id}`, logins };
  };
  return inSmallGroups(wanted.rooms, room);
}

async function startPlain(
  name: "yws" | "floor",
  file: string,
  settings: (folder: string) => Record<string, string>,
): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), `trellis-bench-${name}-`));
  const port = await freePort();
  const launch = () => launchNode(file, port, settings(folder));
  let child = await launch();
  let rooms: RoomPlan[] = [];
  const plan = (): TargetPlan => ({
    name,
    host: HOST,
    port,
    pid: child.pid ?? 0,
    hello: name === "floor",
    seeded: true,
    rooms,
  });
  return {
    name,
    plan,
    prepare: async (wanted) => {
      rooms = Array.from({ length: wanted.rooms }, (_, index) => ({ path: `/room${index}`, logins: [{}] }));
      return plan();
    },
    restart: async () => {
      await end(child);
      child = await launch();
    },
    stop: async () => {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launchNode(
  file: string,
  port: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const env = { ...process.env, HOST, PORT: String(port), NODE_ENV: "production", ...settings };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "ignore", "inherit"] });
  const reap = () => void child.kill("SIGKILL");
  process.once("exit", reap);
  child.once("exit", () => process.off("exit", reap));
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode} at its start.`);
    if (await answers(port)) return child;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${file} does not listen on port ${port}.`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** Runs `work` for 0 to count - 1, a few at a time, and keeps the order of the results. */
async function inSmallGroups<Result>(
  count: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < count; from += 8) {
    const group = Array.from({ length: Math.min(8, count - from) }, (_, at) => work(from + at));
    results.push(...(await Promise.all(group)));
  }
  return results;
}
