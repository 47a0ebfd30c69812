/*
 * The settings of the tools we did not write: format and lint, unused code, types. Each is run on a toy tree with a
 * planted fault, and on one without.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plant, repository } from "./planted.ts";

const PROGRAMS = {
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  tsc: "typescript/bin/tsc",
};

function run(program: keyof typeof PROGRAMS, root: string, ...args: string[]) {
  const path = join(repository, "node_modules", PROGRAMS[program]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

describe("format and lint", () => {
  const lint = (path: string, content: string) => {
    const root = plant({ ".gitignore": "node_modules/\n", [path]: content }, ["biome.json"]);
    return run("biome", root, "ci", "--error-on-warnings", "--colors=off");
  };

  it("pass on a clean file", () => {
    expect(lint("shared/src/a.ts", "export const a = 1;\n").status).toBe(0);
  });

  it.each([
    ["noExplicitAny", "export const a: any = 1;\n"],
    ["noFloatingPromises", "export const a = async () => 1;\na();\n"],
    ["noUnusedVariables", "const a = 1;\n"],
    ["noUnusedImports", 'import { a } from "./a.ts";\n\nexport const b = 1;\n'],
    ["useImportType", 'import { A } from "./a.ts";\n\nexport const b: A = 1;\n'],
    ["noNonNullAssertion", "export const a = (b?: string) => b!.length;\n"],
    ["noEmptyBlockStatements", "export function a() {\n  try {\n    a();\n  } catch {}\n}\n"],
    ["noTsIgnore", "// @ts-ignore\nexport const a: string = 1;\n"],
    ["noConsole", "console.log(1);\n"],
    ["format", "export const a={b:1}\n"],
    ["suppressions", "// biome-ignore lint/suspicious/noExplicitAny:\nexport const a: any = 1;\n"],
  ])("%s bites", (rule, content) => {
    const { status, output } = lint("shared/src/a.ts", content);
    expect(output).toContain(rule);
    expect(status).toBe(1);
  });
});

describe("unused code", () => {
  const GROUND = {
    "package.json": '{ "name": "toy", "private": true }',
    "pnpm-workspace.yaml": "packages: [client, server, shared, tests]\n",
    "server/package.json":
      '{ "name": "server", "private": true, "type": "module", "dependencies": { "shared": "workspace:*" } }',
    "server/src/main.ts": 'import { b } from "shared/b";\nimport { a } from "./a.ts";\n\na(b);\n',
    "shared/package.json":
      '{ "name": "shared", "private": true, "type": "module", "exports": { "./*": "./src/*.ts" } }',
    "shared/src/b.ts": "export const b = 1;\n",
    "server/src/a.ts": "export const a = () => 1;\n",
  };
  const unused = (more: Record<string, string>) =>
    run("knip", plant({ ...GROUND, ...more }, ["knip.json"]), "--no-progress", "--no-config-hints");

  it("passes on a clean tree", () => {
    const { status, output } = unused({});
    expect(output).toBe("");
    expect(status).toBe(0);
  });

  it("finds a file nobody imports", () => {
    const { status, output } = unused({ "server/src/dead.ts": "export const dead = 1;\n" });
    expect(output).toMatch(/Unused files[\s\S]*server\/src\/dead\.ts/);
    expect(status).toBe(1);
  });

  it("finds an export nobody imports", () => {
    const { status, output } = unused({
      "server/src/a.ts": "export const a = () => 1;\nexport const b = 2;\n",
    });
    expect(output).toMatch(/Unused exports[\s\S]*b .*server\/src\/a\.ts/);
    expect(status).toBe(1);
  });

  it("finds an export of shared that nobody imports, although shared offers every file", () => {
    const { status, output } = unused({ "shared/src/dead.ts": "export const dead = 1;\n" });
    expect(output).toMatch(/Unused exports[\s\S]*dead .*shared\/src\/dead\.ts/);
    expect(status).toBe(1);
  });

  it("finds a package nobody imports", () => {
    const { status, output } = unused({
      "server/package.json":
        '{ "name": "server", "private": true, "type": "module", "dependencies": { "shared": "workspace:*", "left": "1.0.0" } }',
    });
    expect(output).toMatch(/Unused dependencies[\s\S]*left/);
    expect(status).toBe(1);
  });
});

describe("types", () => {
  const types = (content: string) => {
    const module = '{ "type": "module" }';
    const tsconfig = '{ "extends": "./tsconfig.base.json", "include": ["a.ts"] }';
    return run(
      "tsc",
      plant({ "package.json": module, "tsconfig.json": tsconfig, "a.ts": content }, ["tsconfig.base.json"]),
      "-p",
      ".",
    );
  };

  it("pass on a clean file", () => {
    expect(types("export const a: number = 1;\n").output).toBe("");
  });

  it.each([
    ["an unchecked index", "TS2322", "export const first = (list: string[]): string => list[0];\n"],
    ["code that Node cannot strip", "TS1294", "export enum Level {\n  Local,\n}\n"],
    [
      "undefined for what may only be absent",
      "TS2375",
      "export const a: { b?: number } = { b: undefined };\n",
    ],
  ])("find %s", (_, code, content) => {
    const { status, output } = types(content);
    expect(output).toContain(code);
    expect(status).not.toBe(0);
  });
});
