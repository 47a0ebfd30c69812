import { describe, expect, it } from "vitest";
import { checkLength, lengthOfNineInTen } from "./length.ts";
import { lines, plant } from "./planted.ts";

const statements = (count: number) => "  count();\n".repeat(count);
const messages = (files: Record<string, string>) =>
  checkLength(plant(files)).map(({ path, line, message }) => `${path}:${line ?? 0} ${message.split(":")[0]}`);

describe("length gate", () => {
  it("finds a file of 401 lines and lets one of 400 pass", () => {
    const found = messages({ "shared/src/lib/long.ts": lines(401), "shared/src/lib/fits.ts": lines(400) });
    expect(found).toEqual(["shared/src/lib/long.ts:0 401 lines, 400 allowed"]);
  });

  it("lets a file pass that says why near its top, but not with an empty reason", () => {
    const found = messages({
      "server/src/table.ts": `// length: one row for each country, in one list\n${lines(401)}`,
      "server/src/plain.ts": `// length: \n${lines(401)}`,
    });
    expect(found).toEqual(["server/src/plain.ts:0 402 lines, 400 allowed"]);
  });

  it("finds a function, a method and an arrow of 61 lines, and says on which line", () => {
    const found = messages({
      "server/src/declared.ts": `// ünïcödé ✓\nexport function long() {\n${statements(59)}}\n`,
      "server/src/method.ts": `export class A {\n  long() {\n${statements(59)}  }\n}\n`,
      "server/src/arrow.ts": `export const long = () => {\n${statements(59)}};\n`,
      "server/src/fits.ts": `export function fits() {\n${statements(58)}}\n`,
    });
    expect(found).toEqual([
      "server/src/arrow.ts:1 a function of 61 lines, 60 allowed",
      "server/src/declared.ts:2 a function of 61 lines, 60 allowed",
      "server/src/method.ts:2 a function of 61 lines, 60 allowed",
    ]);
  });

  it("gives a component 150 lines, also inside memo(), and a hook 60", () => {
    const found = messages({
      "client/src/ui/Fits.tsx": `export function Fits() {\n${statements(148)}}\n`,
      "client/src/ui/Long.tsx": `export const Long = memo(function Inner() {\n${statements(149)}});\n`,
      "client/src/ui/useLong.tsx": `export function useLong() {\n${statements(59)}}\n`,
    });
    expect(found).toEqual([
      "client/src/ui/Long.tsx:1 a component of 151 lines, 150 allowed",
      "client/src/ui/useLong.tsx:1 a function of 61 lines, 60 allowed",
    ]);
  });

  it("leaves tests alone", () => {
    const files = { "shared/src/a.test.ts": lines(500), "server/src/ports/b.contract.ts": lines(500) };
    expect(messages(files)).toEqual([]);
  });

  it("knows the length nine files in ten keep to", () => {
    const files = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`shared/src/lib/f${at}.ts`, lines((at + 1) * 10)]),
    );
    expect(lengthOfNineInTen(plant(files))).toBe(90);
  });
});
