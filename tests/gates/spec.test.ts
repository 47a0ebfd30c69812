import { describe, expect, it } from "vitest";
import { plant } from "./planted.ts";
import { checkSpec } from "./spec.ts";

const found = (files: Record<string, string>) =>
  checkSpec(plant(files)).map(({ path, message }) => `${path}: ${message}`);
// Put together here, so that this file's own test names hold no rule id.
const rule = (id: string) => `- **[${id}]** A card has one home.\n`;
const test = (id: string) => `it("[${id}] a card has one home", () => {});\n`;

describe("spec gate", () => {
  it("finds a rule without a test", () => {
    expect(found({ "docs/spec/ops.md": rule("OP1") })).toEqual([
      "docs/spec/ops.md: no test is named for rule [OP1]",
    ]);
  });

  it("finds a test that names no rule there is", () => {
    expect(found({ "shared/src/ops/cards.test.ts": test("OP9") })).toEqual([
      "shared/src/ops/cards.test.ts: [OP9] is no rule of docs/spec",
    ]);
  });

  it("finds an id given twice", () => {
    const files = {
      "docs/spec/a.md": rule("OP1"),
      "docs/spec/b.md": rule("OP1"),
      "shared/src/a.test.ts": test("OP1"),
    };
    expect(found(files)).toEqual([
      "docs/spec/b.md: rule [OP1] is also in docs/spec/a.md: give it the next free number",
    ]);
  });

  it("does not take a comment or another string for a test's name", () => {
    const files = {
      "docs/spec/ops.md": rule("OP1"),
      "shared/src/a.test.ts": `// ${test("OP1")}const a = "[OP1]";`,
    };
    expect(found(files)).toEqual(["docs/spec/ops.md: no test is named for rule [OP1]"]);
  });

  it.each([
    ["a contract", "server/src/ports/docStore.contract.ts", test("DS1")],
    ["a template name", "tests/integration/a.integration.test.ts", "it(`[DS1] $" + "{name}`, () => {});"],
    ["a table", "shared/src/a.test.ts", 'it.each([1, 2])("[DS1] %s", () => {});'],
    ["a group", "tests/e2e/a.spec.ts", 'test.describe("[DS1] two people", () => {});'],
  ])("sees the id in the name of %s", (_, path, content) => {
    expect(found({ "docs/spec/stores.md": rule("DS1"), [path]: content })).toEqual([]);
  });
});
