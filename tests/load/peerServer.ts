/*
 * Serves the built peer page and the map it shows, on loopback.
 */
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { freePort } from "../support/server.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export interface PeerServer {
  readonly url: string;
  /** What `map.json` answers from now on. */
  show(map: object): void;
  close(): void;
}

export async function servePeerPage(folder: string): Promise<PeerServer> {
  const port = await freePort();
  let map = "{}";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://peer");
    const path = normalize(decodeURIComponent(pathname));
    const file = join(folder, path);
    if (path !== "/map.json" && !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    response.end(path === "/map.json" ? map : readFileSync(file));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${port}/`,
    show: (next) => {
      map = JSON.stringify(next);
    },
    close: () => server.close(),
  };
}
