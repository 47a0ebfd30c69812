import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("every file of the catalogue is brought by some part of the page", () => {
  const source = fileURLToPath(new URL("..", import.meta.url));
  const brought = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    .map((file) => readFileSync(`${source}/${file}`, "utf8"))
    .join("\n");
  const files = readdirSync(`${source}/locales/en`);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !brought.includes(`locales/en/${file}`))).toEqual([]);
});
