import { describe, expect, it } from "vitest";
import { checkNaming } from "./naming.ts";
import { plant } from "./planted.ts";

const found = (path: string, content = "export const fine = 1;\n") =>
  checkNaming(plant({ [path]: content })).map(({ message }) => message);

describe("naming gate", () => {
  it.each([
    ["shared/src/lib/utils.ts", "says nothing"],
    ["shared/src/helpers/card.ts", "says nothing"],
    ["client/src/features/canvas/mapManager.ts", "says nothing"],
    ["server/src/data.ts", "says nothing"],
    ["tests/support/common.ts", "says nothing"],
    ["shared/src/lib/map-doc.ts", "no dash"],
    ["shared/src/lib/map_doc.ts", "no dash"],
    ["shared/src/lib/MapDoc.ts", "only components are PascalCase"],
    ["client/src/Features/start.ts", "one lower-case word"],
    ["client/src/mapview/my-panel/view.ts", "one lower-case word"],
    ["client/src/features/outline/edgeList.ts", "card and link"],
    ["server/src/http/sessions.ts", "instead of session"],
  ])("refuses the path %s", (path, message) => {
    expect(found(path)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ["export function handleStuff() {}", "says nothing"],
    ["export class LoginManager {}", "says nothing"],
    ["export const nodes = [];", "card and link"],
    ["export interface MapEdge {}", "card and link"],
    ["const list = []; export { list as edgeList };", "card and link"],
    ["export const session = 1;", "instead of session"],
    ["function open(userSession: string) { return userSession; }", "instead of session"],
    ["export interface Login { sessionId: string }", "instead of session"],
    ["const { session } = await login();", "instead of session"],
    ["export class CardStore {}", "no persistence port"],
  ])("refuses in the server: %s", (content, message) => {
    expect(found("server/src/services/maps.ts", content)).toEqual([expect.stringContaining(message)]);
  });

  it("refuses a …Store in the client that is no zustand store, and lets one pass", () => {
    const path = "client/src/workspace/viewStore.ts";
    expect(found(path, "export const useViewStore = 1;")).toEqual([expect.stringContaining("zustand")]);
    expect(found(path, 'import { create } from "zustand";\nexport const useViewStore = create();')).toEqual(
      [],
    );
  });

  it("refuses a component in a file that is not named for it", () => {
    const component = "export function Panel() { return <p />; }";
    expect(found("client/src/ui/panel.tsx", component)).toEqual([expect.stringContaining("PascalCase")]);
    expect(found("client/src/ui/Panel.tsx", component)).toEqual([]);
  });

  it.each([
    ["client/src/features/canvas/toFlow.ts", "export const nodes = []; export const edges = [];"],
    ["client/src/richtext/schema.ts", "export const nodeTypes = [];"],
    ["client/src/features/outline/rows.ts", "const node = document.body; export const rows = node.children;"],
    ["server/src/auth/login.ts", "export const session = 1;"],
    ["server/src/ports/docStore.ts", "export interface DocStore { append(): void }"],
    ["server/src/adapters/sql/sqlDocStore.ts", "export class SqlDocStore {}"],
    ["client/src/ui/base.css", "body { margin: 0 }"],
    ["client/src/richtext/tabs.ts", 'export const kept = sessionStorage.getItem("tab");'],
  ])("lets %s pass", (path, content) => {
    expect(found(path, content)).toEqual([]);
  });
});
