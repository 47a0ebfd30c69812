/*
 * The browser of the browser tests. On Linux x64 it comes out of a package, so nothing has to be installed by hand;
 * CHROMIUM names another one (any Chromium or Chrome) and is the only way on other systems.
 *
 * 1. It is unpacked into a folder that carries its version, under a temporary name first: neither an older version
 *    nor a half-written one is ever run.
 * 2. It never starts with the package's own arguments: those switch off the very rules of the web we test against.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What Playwright's `launchOptions` needs to start the browser. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const PACKAGES = ["libnss3", "libnspr4", "libexpat1"];
const ARGS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Finds or unpacks the browser and makes sure that it can start.
 * @throws Error with one sentence that names what to install or set
 */
export async function browser(): Promise<Browser> {
  const own = process.env.CHROMIUM;
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM names ${own}, but there is no such file.`);
    return { executablePath: own, args: ARGS, env: inherited() };
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "The browser tests bring a Chromium for Linux x64 only: set CHROMIUM to the path of yours.",
    );
  }
  const folder = await unpacked();
  const executablePath = join(folder, "chromium");
  return { executablePath, args: ARGS, env: ableToStart(executablePath, folder) };
}

/** The folder of this version, unpacked once. */
async function unpacked(): Promise<string> {
  const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest = JSON.parse(readFileSync(join(dirname(main), "../package.json"), "utf8")) as {
    version: string;
  };
  const caches = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));
  const folder = join(caches, `chromium-${manifest.version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  // The package unpacks into the system's temporary folder; there is no other way to tell it where.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    await inflate(join(dirname(main), "../bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was first with the same version: its folder is as good as ours.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** The environment in which every library is found; installs or lends what a bare machine lacks. */
function ableToStart(executable: string, folder: string): Record<string, string> {
  const env = inherited();
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = join(folder, "fonts");
  if (missingLibraries(executable, env).length === 0) return env;
  if (installPackages() && missingLibraries(executable, env).length === 0) return env;
  const lent = { ...env, LD_LIBRARY_PATH: join(folder, "al2023/lib") };
  const missing = missingLibraries(executable, lent);
  if (missing.length === 0) return lent;
  throw new Error(`Chromium cannot start without ${missing.join(", ")}: install ${PACKAGES.join(", ")}.`);
}

function missingLibraries(executable: string, env: Record<string, string>): string[] {
  const links = execFileSync("ldd", [executable], { env, encoding: "utf8" });
  return [...links.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = ""]) => name);
}

/** Only as root on Debian and its kin; whether it worked is seen by looking for the libraries again. */
function installPackages(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  console.error(`Installing ${PACKAGES.join(", ")} for the browser tests…`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", args, { stdio: "inherit", env }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", ...PACKAGES);
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
