import { describe, expect, it } from "vitest";
import { plant } from "./planted.ts";
import { checkWording } from "./wording.ts";

const found = (path: string, content: string) =>
  checkWording(plant({ [path]: content })).map(({ line, message }) => `${line}: ${message}`);
// Put together here, so that this file itself says nothing it must not say.
const join = (...parts: string[]) => parts.join("/");

describe("wording gate", () => {
  it.each([
    ["docs/operations.md", `See \`${join("", "home", "someone", "trellis")}\`.`, "one machine"],
    ["server/src/config.ts", `const folder = "${join("", "work", "main")}";`, "one machine"],
    [
      "pnpm-lock.yaml",
      `tarball: https://${["registry", "example", "org"].join(".")}/a.tgz`,
      "package registry",
    ],
    [
      "shared/src/templates/index.ts",
      `import a from "${join("..", "shared", "design", "a.json")}";`,
      "outside",
    ],
    ["client/src/main.tsx", `// ${"TO" + "DO"}: later`, "unfinished"],
  ])("refuses in %s: %s", (path, content, message) => {
    expect(found(path, `first\n${content}\n`)).toEqual([expect.stringContaining(`2: `)]);
    expect(found(path, content)[0]).toContain(message);
  });

  it.each([
    ["docs/operations.md", "Put it into /srv/trellis and open https://example.org/work/plans."],
    ["server/src/config.ts", 'import maps from "../../shared/src/templates/blank-mission.json";'],
    ["client/src/features/start/Start.tsx", 'const state = "TO" + "DONE";'],
  ])("lets %s pass", (path, content) => {
    expect(found(path, content)).toEqual([]);
  });
});
