/** A Mantine component without its stylesheet renders bare, and nothing but the eye would tell. */
import { expect, test } from "vitest";
import listed from "./mantineStyles.ts?raw";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
/** Only asked for their names, never loaded. */
const sheets = Object.keys(import.meta.glob("../../node_modules/@mantine/core/styles/*.css")).map((path) =>
  path.slice(path.lastIndexOf("/") + 1),
);
const pieces = import.meta.glob<string>("../../node_modules/@mantine/core/esm/components/*/*.mjs", {
  query: "?raw",
  import: "default",
  eager: true,
});

function importedByUs(): Set<string> {
  const imports = Object.values(sources).flatMap((source) => [
    ...source.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g),
  ]);
  const names = imports.flatMap(([, list = ""]) => list.split(",").map((name) => name.trim()));
  return new Set(names.filter((name) => !name.startsWith("type ")).map((name) => name.split(" ")[0] ?? ""));
}

/** A component and those it is made of: a segmented control draws its mark with a floating indicator. */
function withParts(names: ReadonlySet<string>): Set<string> {
  const found = new Set(names);
  for (const name of found) {
    const code = pieces[`../../node_modules/@mantine/core/esm/components/${name}/${name}.mjs`] ?? "";
    for (const [, part = ""] of code.matchAll(/from "\.\.\/([A-Z]\w*)\//g)) found.add(part);
  }
  return found;
}

test("every Mantine component in use has its stylesheet", () => {
  const needed = [...withParts(importedByUs())]
    .map((name) => `${name}.css`)
    .filter((sheet) => sheets.includes(sheet));
  expect(needed).toContain("FloatingIndicator.css");
  expect(needed.length).toBeGreaterThan(25);
  expect(needed.filter((sheet) => !listed.includes(`@mantine/core/styles/${sheet}"`))).toEqual([]);
});
