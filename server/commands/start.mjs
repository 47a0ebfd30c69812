/*
 * `npm start`: install, build the client when it changed, serve. The server's exit code is ours.
 */
import { join } from "node:path";
import { buildIfChanged } from "./build.mjs";
import { install, root, workspaceNode } from "./install.mjs";
import { run } from "./run.mjs";

await install();
const built = await buildIfChanged();
if (built !== 0) {
  console.error("The client could not be built; the reason is in the lines above.");
  process.exit(built);
}
// Node keeps what it compiled, which takes a third off the next start.
const env = { NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compiled"), ...process.env };
process.exit(await run(workspaceNode, ["server/src/main.ts"], { cwd: root, env }));
