/*
 * `npm test`: install, then hand over to the test runner on the workspace's own Node.
 */
import { install, root, workspaceNode } from "./install.mjs";
import { run } from "./run.mjs";

await install();
process.exit(await run(workspaceNode, ["tests/run.ts", ...process.argv.slice(2)], { cwd: root }));
