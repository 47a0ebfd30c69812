import { expect, type Page, test } from "@playwright/test";
import { expectSaved, makeMap, mapOnServer, openMap, ownerScreen } from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const document = {
  title: "Untidy",
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Insulation", level: "municipal" },
    { id: "p", type: "project", title: "Street by street", level: "municipal", pos: [180, 60] },
    { id: "q", type: "project", title: "Heat pumps", level: "municipal", pos: [60, 140] },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
    { type: "part_of", from: "q", to: "c" },
  ],
};

const canvas = (page: Page) => page.getByRole("application", { name: "Map canvas" });

async function untidy(page: Page): Promise<string> {
  const mapId = await makeMap(page, { document });
  await openMap(page, mapId);
  await expect(page.getByRole("toolbar", { name: "Add to the map" })).toBeVisible();
  await canvas(page).focus();
  return mapId;
}

/** Where both projects stood in each frame from the press of the key on, as the page shows them. */
const framesOfTidy = (page: Page) =>
  page.evaluate(async () => {
    const surface = window.document.querySelector<HTMLElement>("[role=application]");
    const places: string[] = [];
    const look = () =>
      ["p", "q"]
        .map((id) => window.document.querySelector<HTMLElement>(`[data-card-id="${id}"]`)?.style.transform)
        .join(" ");
    places.push(look());
    surface?.dispatchEvent(new KeyboardEvent("keydown", { key: "t", bubbles: true }));
    const start = performance.now();
    while (performance.now() - start < 1_200) {
      await new Promise((done) => requestAnimationFrame(done));
      const now = look();
      if (now !== places.at(-1)) places.push(now);
    }
    return places;
  });

const places = async (page: Page, mapId: string) =>
  Object.fromEntries((await mapOnServer(page, mapId)).cards.map(({ id, pos }) => [id, pos]));

test("tidy lets cards and their links glide, in one step that one undo takes back", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await untidy(owner);
  const before = await places(owner, mapId);
  const seen = await framesOfTidy(owner);
  // More than from here to there: places between were seen.
  expect(seen.length).toBeGreaterThan(3);
  await expectSaved(owner);
  expect(await places(owner, mapId)).not.toEqual(before);
  await owner.keyboard.press("Control+z");
  await expectSaved(owner);
  await expect.poll(() => places(owner, mapId)).toEqual(before);
  await expect(owner.getByRole("button", { name: "Undo (Ctrl+Z)" })).toBeDisabled();
});

test("who asked for less motion sees tidied cards at their places at once", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  await owner.emulateMedia({ reducedMotion: "reduce" });
  await untidy(owner);
  const seen = await framesOfTidy(owner);
  expect(seen).toHaveLength(2);
});
