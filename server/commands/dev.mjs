/*
 * `pnpm dev`: the server restarting on change beside Vite with hot reload, in one terminal. When one of the two
 * ends, or on Ctrl+C, both end.
 */
import { join } from "node:path";
import { root, workspaceNode } from "./install.mjs";
import { run } from "./run.mjs";

const client = "http://127.0.0.1:5173";
const env = {
  ...process.env,
  // Links point at Vite, which hands /api, /sync and /health on to the server.
  PUBLIC_URL: process.env.PUBLIC_URL ?? client,
  TRELLIS_DEV_API: process.env.TRELLIS_DEV_API ?? `http://127.0.0.1:${process.env.PORT ?? 4400}`,
};
const vite = join(root, "client/node_modules/vite/bin/vite.js");
const code = await Promise.race([
  run(workspaceNode, ["--watch", "server/src/main.ts"], { cwd: root, env }),
  run(workspaceNode, [vite, "--host", "127.0.0.1", "--port", "5173", "--strictPort"], {
    cwd: join(root, "client"),
    env,
  }),
]);
process.exitCode = code;
process.emit("SIGTERM");
