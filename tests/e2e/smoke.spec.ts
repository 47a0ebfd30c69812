import { expect, test } from "@playwright/test";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

test("the printed link opens Trellis signed in, once, and the page breaks no rule of its content policy", async ({
  browser,
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  await page.goto(server.signInLink);
  await expect(page).toHaveURL(`${server.url}/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await page.request.get(`${server.url}/api/me`)).status()).toBe(200);
  expect(complaints).toEqual([]);

  const stranger = await browser.newContext();
  const second = await stranger.newPage();
  await second.goto(server.signInLink);
  await expect(second.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await second.request.get(`${server.url}/api/me`)).status()).toBe(401);
  await stranger.close();
});
