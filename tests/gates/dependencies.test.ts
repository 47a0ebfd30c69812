import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkDependencies } from "./dependencies.ts";
import { plant, repository } from "./planted.ts";
import type { Finding } from "./source.ts";

/** What a toy tree needs for the planted imports to resolve. */
const PACKAGES = ["react", "yjs", "ws", "express", "@xyflow/system", "@tiptap/core"];
const GROUND: Record<string, string> = {
  "client/src/main.tsx": "",
  "client/src/app/App.tsx": 'import { start } from "../features/start/index.ts";\nstart();',
  "client/src/features/start/index.ts": 'export { start } from "./start.ts";',
  "client/src/features/start/start.ts": "export const start = () => 1;",
  "client/src/features/outline/index.ts": "",
  "client/src/document/live.ts": 'import "yjs";',
  "server/src/main.ts": 'import "./adapters/sql/docs.ts";',
  "server/src/http/app.ts": 'import "express";',
  "server/src/sync/room.ts": 'import "yjs";\nimport "ws";',
  "server/src/services/maps.ts": 'import "../ports/docs.ts";',
  "server/src/ports/docs.ts": "",
  "server/src/adapters/sql/docs.ts": 'import "../../ports/docs.ts";',
  "shared/src/derive/tree.ts": 'import "../schema/ids.ts";',
  "shared/src/ops/cards.ts": 'import "../schema/ids.ts";',
  "shared/src/protocol/messages.ts": "",
  "shared/src/schema/ids.ts": "",
  "shared/src/schema/ids.test.ts": 'import "../ops/cards.ts";\nimport "node:fs";',
  ...Object.fromEntries(
    PACKAGES.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" })],
      [`node_modules/${name}/index.js`, ""],
    ]),
  ),
  "node_modules/@trellis/shared/package.json": '{ "exports": { "./*": "./src/*.ts" } }',
};

/** For each rule the file that breaks it and what that file imports. */
const PLANTED: Record<string, [file: string, imports: string]> = {
  "nothing-unresolved": ["shared/src/lib/unresolved.ts", "nowhere"],
  "no-cycles": ["shared/src/lib/cycle.ts", "./cycleBack.ts"],
  "tests-are-leaves": ["shared/src/lib/leaf.ts", "../schema/ids.test.ts"],
  "shared-is-the-bottom": ["shared/src/lib/bottom.ts", "../../../server/src/ports/docs.ts"],
  "client-never-meets-server": ["client/src/document/meets.ts", "../../../server/src/ports/docs.ts"],
  "shared-runs-anywhere": ["shared/src/lib/anywhere.ts", "react"],
  "shared-needs-no-node": ["shared/src/lib/core.ts", "node:fs"],
  "schema-knows-nobody": ["shared/src/schema/knows.ts", "../ops/cards.ts"],
  "ops-write-only": ["shared/src/ops/reads.ts", "../derive/tree.ts"],
  "derive-is-pure": ["shared/src/derive/impure.ts", "yjs"],
  "one-door-to-yjs": ["client/src/workspace/door.ts", "yjs"],
  "ui-stores-hold-no-document": ["client/src/workspace/viewStore.ts", "../document/live.ts"],
  "xyflow-stays-in-canvas": ["client/src/workspace/flow.ts", "@xyflow/system"],
  "tiptap-stays-in-richtext": ["client/src/workspace/text.ts", "@tiptap/core"],
  "features-do-not-meet": ["client/src/features/outline/meets.ts", "../start/index.ts"],
  "features-have-a-front-door": ["client/src/app/side.ts", "../features/start/start.ts"],
  "only-app-sees-features": ["client/src/workspace/sees.ts", "../features/start/index.ts"],
  "ui-knows-no-domain": ["client/src/ui/domain.ts", "../../../shared/src/schema/ids.ts"],
  "ports-are-leaves": ["server/src/ports/branch.ts", "../services/maps.ts"],
  "adapters-know-ports-only": ["server/src/adapters/sql/knows.ts", "../../services/maps.ts"],
  "adapters-only-from-main": ["server/src/services/adapts.ts", "../adapters/sql/docs.ts"],
  "services-know-no-transport": ["server/src/services/transports.ts", "../http/app.ts"],
  "sync-knows-no-auth": ["server/src/sync/asks.ts", "../services/maps.ts"],
  "express-stays-in-http": ["server/src/services/routes.ts", "express"],
  "yjs-and-ws-stay-in-sync": ["server/src/services/lives.ts", "yjs"],
};

const SETTINGS = [".dependency-cruiser.cjs"];

describe("dependency rules", () => {
  let findings: Finding[] = [];

  beforeAll(async () => {
    const planted = Object.values(PLANTED).map(([file, imports]) => [file, `import "${imports}";`]);
    const back = { "shared/src/lib/cycleBack.ts": 'import "./cycle.ts";' };
    findings = await checkDependencies(
      plant({ ...GROUND, ...Object.fromEntries(planted), ...back }, SETTINGS),
    );
  }, 60_000);

  it("find nothing in a clean tree", async () => {
    expect(await checkDependencies(plant(GROUND, SETTINGS))).toEqual([]);
  });

  it("have a planted violation each", () => {
    const { forbidden } = createRequire(import.meta.url)(join(repository, SETTINGS[0] ?? "")) as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(PLANTED))("%s is found where it is broken", (rule, [file]) => {
    expect(
      findings.filter(({ message }) => message.startsWith(`${rule}: `)).map(({ path }) => path),
    ).toContain(file);
  });

  it("catch an import that only names a type, and a dynamic one", async () => {
    const files = {
      ...GROUND,
      "server/src/services/types.ts": 'import type { Doc } from "yjs";\nexport type D = Doc;',
      "server/src/services/later.ts": 'export const later = () => import("yjs");',
    };
    const found = await checkDependencies(plant(files, SETTINGS));
    expect(found.map(({ path }) => path).sort()).toEqual([
      "server/src/services/later.ts",
      "server/src/services/types.ts",
    ]);
  });

  it("say so when there was nothing to examine", async () => {
    expect(await checkDependencies(plant({}, SETTINGS))).toEqual([
      { path: ".", message: "no code was found to examine" },
    ]);
  });
});
