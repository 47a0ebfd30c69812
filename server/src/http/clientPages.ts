// The built client: files under client/dist, read once at start. Names of assets carry a hash, so they are kept for
// ever; index.html is written anew per answer with its nonce and never kept. Any other address is the client's to
// route, so it gets index.html too.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { type RequestHandler, Router } from "express";
import { type ContentCoding, codingFor, compress } from "./compressed.ts";
import { nonceOf } from "./middleware/security.ts";

const NONCE_WORD = "__CSP_NONCE__";
const ASSETS = "/assets/";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};
/** Formats that are compressed already. */
const PACKED: ReadonlySet<string> = new Set([".ico", ".jpg", ".png", ".woff2"]);

interface ClientFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly packed: boolean;
  readonly immutable: boolean;
  readonly codings: Map<ContentCoding, Promise<Buffer>>;
}

function readFiles(folder: string): Map<string, ClientFile> {
  const files = new Map<string, ClientFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    files.set(path, {
      type,
      bytes: readFileSync(file),
      packed: PACKED.has(extname(entry.name)),
      immutable: path.startsWith(ASSETS),
      codings: new Map(),
    });
  }
  return files;
}

/** Compresses a file once per coding, at the first request for it. */
function encoded(file: ClientFile, coding: ContentCoding): Promise<Buffer> {
  const known = file.codings.get(coding);
  if (known !== undefined) return known;
  const made = compress(file.bytes, coding, 9);
  file.codings.set(coding, made);
  return made;
}

const notBuilt: RequestHandler = (_request, response) => {
  response
    .status(503)
    .type("text/plain")
    .send(
      "The pages of Trellis have not been built yet. Stop the server and run npm start, which builds them.\n",
    );
};

const serveFile =
  (files: ReadonlyMap<string, ClientFile>): RequestHandler =>
  async (request, response, next) => {
    const file = files.get(request.path);
    if (file === undefined || request.path === "/index.html") {
      // An asset of an older build: the page that asks is out of date, and index.html would not be a script.
      if (request.path.startsWith(ASSETS)) response.status(404).type("text/plain").send("No such file.\n");
      else next();
      return;
    }
    const coding = file.packed ? "identity" : codingFor(request, file.bytes.length);
    response.setHeader("content-type", file.type);
    response.setHeader(
      "cache-control",
      file.immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    );
    response.setHeader("vary", "accept-encoding");
    if (coding !== "identity") response.setHeader("content-encoding", coding);
    response.send(await encoded(file, coding));
  };

/** True when the client has been built. */
export const isBuilt = (folder: string): boolean => existsSync(join(folder, "index.html"));

/** Serves the client, or a sentence in its place. */
export function clientPages(folder: string): Router {
  const router = Router();
  if (!isBuilt(folder)) {
    router.get("/{*splat}", notBuilt);
    return router;
  }
  const files = readFiles(folder);
  const page = readFileSync(join(folder, "index.html"), "utf8");
  router.get("/{*splat}", serveFile(files), (_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("cache-control", "no-store");
    response.send(page.replaceAll(NONCE_WORD, nonceOf(response)));
  });
  return router;
}
