import { describe, expect, it } from "vitest";
import { checkCalls } from "./calls.ts";
import { plant } from "./planted.ts";

const found = (path: string, content: string) =>
  checkCalls(plant({ [path]: content })).map(({ line, message }) => `${line}: ${message}`);

describe("calls gate", () => {
  it.each([
    ['doc.getMap("cards");', "openMap()"],
    ['doc.getArray("order");', "openMap()"],
    ['room?.doc.getXmlFragment("text");', "openMap()"],
    ['doc["getMap"]("cards");', "openMap()"],
    ["doc.transact(() => {});", "edit()"],
    ["const port = process.env.PORT;", "server/src/config.ts"],
    ["const { PORT } = process.env;", "server/src/config.ts"],
    ['export * from "./cards.ts";', "export by name"],
    ['export * as cards from "./cards.ts";', "export by name"],
  ])("refuses %s and names the right way", (content, way) => {
    expect(found("server/src/sync/room.ts", `\n${content}\n`)).toEqual([expect.stringContaining(way)]);
    expect(found("server/src/sync/room.ts", `\n${content}\n`)[0]).toMatch(/^2: /);
  });

  it.each([
    ["shared/src/schema/mapDoc.ts", 'doc.getMap("cards");'],
    ["shared/src/ops/edit.ts", "doc.transact(() => {});"],
    ["server/src/config.ts", "const { PORT } = process.env;"],
    ["shared/src/ops/cards.test.ts", "doc.transact(() => {});"],
    ["tests/support/world.ts", 'doc.getMap("cards");'],
    ["server/src/adapters/sql/sqlDocStore.ts", "database.transaction(() => {});"],
    ["client/src/document/mapFeed.ts", '// doc.getMap("cards") is not ours\nconst text = ".getMap(";'],
  ])("lets %s pass", (path, content) => {
    expect(found(path, content)).toEqual([]);
  });
});
