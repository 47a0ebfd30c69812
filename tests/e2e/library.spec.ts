/*
 * The library and the logs in a real browser: comparable cases over two maps and what a guest may see of them, decisions
 * between two people, risks by keyboard, the portfolio, tables as files, a phone, a reader. What counts is the server's map.
 */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  chooseView,
  complaintsOf,
  expectSaved,
  field,
  guestScreen,
  makeGuestLink,
  makeMap,
  mapOnServer,
  openMap,
  ownerScreen,
  panel,
} from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const template = (name: string): { cards: object[]; links: object[] } =>
  JSON.parse(readFileSync(new URL(`../../shared/src/templates/${name}.json`, import.meta.url), "utf8"));

const library = (page: Page) => page.getByRole("region", { name: "Library and log" });

/** Writes down whatever is said from now on: sentences go again after some seconds. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const sentences: string[] = [];
    const region = document.querySelector("[data-announcer]");
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const added of addedNodes) sentences.push(added.textContent ?? "");
    }).observe(region as Element, { childList: true, subtree: true });
    return sentences;
  });
  return () => heard.jsonValue();
}

async function openLibrary(page: Page, mapId: string, part: string): Promise<void> {
  await openMap(page, mapId);
  await chooseView(page, "Library");
  await library(page).getByRole("button", { name: part, exact: true }).click();
  await expect(library(page).getByRole("button", { name: part, exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
}

const place = (id: string, title: string, caseProfile: object, more: object = {}) => ({
  id,
  type: "evidence",
  title,
  kind: "case_study",
  year: "2019",
  caseProfile,
  ...more,
});

const HARBOUR = place(
  "harbour",
  "The harbour quarter",
  { region: "North coast of Scotland", size: "150,000 people", governance: "Single council" },
  {
    lesson: "Begin with the harbour",
    transferable: { verdict: "partly", why: "One landowner" },
    source: "s1",
    links: [{ id: "film", label: "Film", url: "https://example.org/film" }],
  },
);
const ELSEWHERE = {
  title: "Harbour towns",
  sources: [{ id: "s1", title: "Evaluation of the quarter", publisher: "The council", year: "2020" }],
  cards: [HARBOUR, place("desert", "A desert city", { region: "Arizona" })],
  links: [],
};
const HERE = {
  title: "Our coast",
  cards: [
    { id: "m", type: "mission", title: "A living coast" },
    place("ours", "Our own quay", { region: "Scotland, east coast", size: "100,000 people" }),
    { id: "blank", type: "evidence", title: "A study", kind: "study", year: "2021" },
  ],
  links: [{ type: "supports", from: "blank", to: "m", stance: "challenges" }],
};

test("cases like one of ours are found on every map one may open, explained, opened there, and copied in one step", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const otherId = await makeMap(page, { document: ELSEWHERE });
  const mapId = await makeMap(page, { document: HERE });
  await openLibrary(page, mapId, "Evidence");
  await page.getByRole("button", { name: "Find cases like it: Our own quay" }).click();
  await expect(page).toHaveURL(/like=ours/);
  await expect(library(page).getByText("1 case is alike.")).toBeVisible();
  const result = library(page).locator('[data-case="harbour"]');
  // Region: coast and scotland of five words; size: 100,000 of 150,000. (2/4 + 2/3) / 2.
  await expect(result).toContainText("58% alike in 2 of 5 facts");
  await expect(result).toContainText("Region 50%: both say coast, scotland");
  await expect(result).toContainText("Size 67%: 100,000 people and 150,000 people");
  await expect(result).toContainText("Partly – One landowner");
  await expect(library(page).locator('[data-case="desert"]')).toHaveCount(0);

  await result.getByRole("button", { name: "Copy to this map: The harbour quarter" }).click();
  await expect(result).toContainText("A card with this title and year is on this map already.");
  await expectSaved(page);
  const copied = async () =>
    (await mapOnServer(page, mapId)).cards.find(({ title }) => title === HARBOUR.title);
  await expect.poll(copied).toMatchObject({
    type: "evidence",
    kind: "case_study",
    year: "2019",
    caseProfile: HARBOUR.caseProfile,
    lesson: "Begin with the harbour",
    transferable: { verdict: "partly", why: "One landowner" },
    links: [{ label: "Film", url: "https://example.org/film" }],
    source: "Evaluation of the quarter, The council, 2020; copied from the map “Harbour towns”",
  });
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(copied).toBeUndefined();

  await result.getByRole("link", { name: "On the map Harbour towns: open The harbour quarter" }).click();
  await expect(page).toHaveURL(new RegExp(`/maps/${otherId}/library`));
  await expect(panel(page)).toHaveAttribute("data-card", "harbour");
  await page.goBack();
  await expect(page).toHaveURL(/like=ours/);
  await page.getByRole("button", { name: "All evidence" }).click();
  await expect(library(page).locator('[data-evidence="blank"]')).toContainText("ChallengesA living coast");
  expect(complaints).toEqual([]);
});

test("a guest compares within the maps they were given, by a place typed in, and sees no trace of another", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  await makeMap(owner, { document: ELSEWHERE });
  const mapId = await makeMap(owner, { document: HERE });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Harbour office");
  await openLibrary(guest, mapId, "Evidence");
  await guest.getByRole("button", { name: "Find cases by place" }).click();
  await guest.getByRole("button", { name: "Find cases", exact: true }).click();
  await expect(guest.getByText("Fill in at least one of these.")).toBeVisible();
  await guest.getByLabel("Region").fill("coast of Scotland");
  await guest.getByLabel("Region").press("Enter");
  await expect(guest).toHaveURL(/likeRegion=coast/);
  await expect(
    guest.getByText(
      "1 case is alike. There is no other map you may open, so only this one was looked through.",
    ),
  ).toBeVisible();
  await expect(library(guest).locator('[data-case="ours"]')).toContainText("On this map");
  await expect(library(guest)).not.toContainText("harbour quarter");
  await expect(guest.getByRole("button", { name: /^Copy|^Add/ })).toHaveCount(0);
  // The address keeps the search, for a colleague or a reload.
  await guest.reload();
  await expect(guest.getByLabel("Region")).toHaveValue("coast of Scotland");
  await expect(library(guest).locator('[data-case="ours"]')).toBeVisible();
});

const CHOICES = {
  title: "Buses",
  cards: [
    { id: "p", type: "project", title: "Depot" },
    { id: "city", type: "actor", title: "City council" },
    {
      id: "late",
      type: "decision",
      title: "Which depot",
      status: "open",
      date: "2024",
      options: ["North", "South"],
    },
    {
      id: "done",
      type: "decision",
      title: "Franchise",
      status: "decided",
      date: "2023",
      reviewDate: "2025-01",
    },
  ],
  links: [
    { type: "depends_on", from: "p", to: "late" },
    { type: "responsible", from: "city", to: "late", role: "accountable" },
  ],
};

test("a decision is marked where it stands, and the other person's log changes at once", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: CHOICES });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Transport team");
  await openLibrary(owner, mapId, "Decisions");
  await openLibrary(guest, mapId, "Decisions");
  const late = library(guest).locator('[data-decision="late"]');
  await expect(late).toHaveAttribute("data-state", "due");
  await expect(late).toContainText("Was to be decided by 2024");
  await expect(late).toContainText("Waiting for itDepot");
  await expect(late).toContainText("Who answersCity council");
  await expect(library(guest).locator('[data-decision="done"]')).toContainText(
    "Due for review since Jan 2025",
  );

  const heard = await listen(owner);
  await owner.getByRole("button", { name: "Mark decided: Which depot" }).click();
  await expect(field(owner, "outcome").getByRole("textbox")).toBeFocused();
  await expect.poll(heard).toContain("Which depot is decided. Write down the outcome.");
  await owner.keyboard.type("South");
  await owner.keyboard.press("Tab");
  await expect(late).toHaveAttribute("data-state", "decided");
  await expect(late).toContainText("OutcomeSouth");
  await guest.getByRole("button", { name: "Due for review 1" }).click();
  await expect(guest).toHaveURL(/decision=review/);
  await expect(late).toHaveCount(0);
  await guest.getByRole("button", { name: "Show all" }).click();

  await guest.getByRole("button", { name: "Add a decision" }).click();
  await expect(panel(guest).getByRole("textbox", { name: /title/i }).first()).toBeFocused();
  await guest.keyboard.type("Who runs it");
  await guest.keyboard.press("Tab");
  await expect(library(owner).locator('[data-state="open"]')).toContainText("Who runs it");
  await expect(library(owner).locator('[data-state="open"]')).toContainText("No date set");
});

const DANGERS = {
  title: "Dangers",
  cards: [
    { id: "flood", type: "risk", title: "Flood", kind: "risk", likelihood: 2, impact: 4, response: "reduce" },
    { id: "law", type: "risk", title: "Old law", kind: "barrier", likelihood: 5, impact: 5 },
    { id: "trust", type: "risk", title: "People trust us", kind: "assumption" },
    { id: "dam", type: "project", title: "Dam" },
  ],
  links: [{ type: "mitigates", from: "dam", to: "flood" }],
};

test("risks are walked and moved by keyboard, one undo step each, said aloud and seen by others", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: DANGERS });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Water board");
  await openLibrary(owner, mapId, "Risks");
  await openLibrary(guest, mapId, "Risks");
  const inCell = (page: Page, cell: string) => page.locator(`[data-cell="${cell}"] [data-risk]`);
  const flood = owner.locator('[data-risk="flood"]');
  // One stop of the Tab key for the whole grid; the first risk has it.
  const heard = await listen(owner);
  await owner.locator('[data-risk="law"]').focus();
  await owner.keyboard.press("ArrowDown");
  await expect(flood).toBeFocused();
  await expect(flood).toHaveAttribute("aria-label", "Flood: likelihood 2, impact 4, score 8");
  await owner.keyboard.press("Control+ArrowUp");
  await owner.keyboard.press("Control+ArrowUp");
  await owner.keyboard.press("Control+ArrowRight");
  await expect(inCell(owner, "4-5")).toHaveText("Flood");
  await expect(flood).toBeFocused();
  await expect.poll(heard).toContain("Flood: Impact 5 Severe.");
  await expect(inCell(guest, "4-5")).toHaveText("Flood");
  await owner.keyboard.press("Control+ArrowRight");
  await expect.poll(heard).toContain("It stands at the edge of the grid.");
  await owner.keyboard.press("Control+z");
  await expect(inCell(owner, "4-4")).toHaveText("Flood");
  await expect(flood).toBeFocused();
  await owner.keyboard.press("Control+z");
  await expect(inCell(guest, "3-4")).toHaveText("Flood");

  // Beside the grid until both are known; then it stands in it.
  const beside = guest.locator('[data-beside="notPlaced"]');
  await expect(beside).toContainText("People trust us");
  await beside.getByLabel("Likelihood of People trust us").selectOption("3");
  await expect(beside).toContainText("Score not known");
  await beside.getByLabel("Impact of People trust us").focus();
  await beside.getByLabel("Impact of People trust us").selectOption("1");
  await expect(guest.locator('[data-risk="trust"]')).toBeFocused();
  await expect(inCell(owner, "3-1")).toContainText("People trust us Assumption");
  await expect(beside).toContainText("Every risk has a likelihood and an impact.");
  const row = owner.locator('[data-listed="flood"]');
  await expect(row).toContainText("Dam");
  await expect(row).toContainText("Nobody yet");
  await row.getByLabel("Impact of Flood").selectOption("");
  await expect(owner.locator('[data-beside="notPlaced"]')).toContainText("Flood");
  await expectSaved(owner);
  const risks = (await mapOnServer(owner, mapId)).cards.filter(({ type }) => type === "risk");
  expect(
    Object.fromEntries(risks.map(({ id, likelihood, impact }) => [id, [likelihood ?? null, impact ?? null]])),
  ).toEqual({ flood: [3, null], law: [5, 5], trust: [3, 1] });
  await flood.waitFor({ state: "detached" });
  await owner.locator('[data-risk="law"]').press("Enter");
  await expect(panel(owner)).toHaveAttribute("data-card", "law");
});

test("Greater Manchester: every part is right, saved as CSV, and axe finds nothing wrong", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const document = template("greater-manchester-2038");
  const mapId = await makeMap(page, {
    document: { ...document, cards: [...document.cards, HARBOUR] },
  });
  await makeMap(page, { document: ELSEWHERE });
  await openLibrary(page, mapId, "Portfolio");
  await expect(
    page.getByText("In 3 challenges nothing new is tried: no project explores, prototypes or demonstrates."),
  ).toBeVisible();
  await expect(page.locator('[data-portfolio="c-nature"]')).toContainText("Nothing new is tried");
  const expected = [
    ["Evidence", 11, /^\uFEFFTitle,Kind,Year,/],
    ["Decisions", 5, /^\uFEFFTitle,State,Date,/],
    ["Risks", 8, /^\uFEFFTitle,Kind,Likelihood,Impact,Score,/],
    ["Portfolio", 8, /^\uFEFFChallenge,"Explore, number",Explore,/],
  ] as const;
  for (const [part, lines, head] of expected) {
    await library(page).getByRole("button", { name: part, exact: true }).click();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: `CSV: ${part}` }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe(`Greater Manchester carbon neutral by 2038, ${part}.csv`);
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toMatch(head);
    expect(text.split("\r\n")).toHaveLength(lines);
    expect(text).not.toMatch(/NaN|undefined|null/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [part, id, nodes[0]?.html])).toEqual([]);
  }
  await library(page).getByRole("button", { name: "Evidence", exact: true }).click();
  await page.getByLabel("Kind of evidence").selectOption("study");
  await expect(page).toHaveURL(/kind=study/);
  await expect(library(page).locator("[data-evidence]")).toHaveCount(4);
  await page.getByLabel("Year").selectOption("2022");
  await expect(library(page).locator("[data-evidence]")).toHaveCount(1);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("button", { name: "Find cases like it: The harbour quarter" }).click();
  await expect(library(page).locator("[data-case]").first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(complaints).toEqual([]);
});

test("on a phone nothing is cut off, and risks are placed without a grid to aim at", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: DANGERS });
  await openLibrary(page, mapId, "Risks");
  await page.getByRole("button", { name: "1: 1 risk with likelihood 2 and impact 4" }).click();
  await expect(page.getByRole("menuitem", { name: "Flood" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator('[data-listed="flood"]').getByLabel("Likelihood of Flood").selectOption("5");
  await expect(page.locator('[data-cell="5-4"]')).toHaveText("1");
  for (const part of ["Evidence", "Decisions", "Portfolio", "Risks"]) {
    await library(page).getByRole("button", { name: part, exact: true }).click();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([part, over]).toEqual([part, 0]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [part, id, nodes[0]?.html])).toEqual([]);
  }
});

test("an empty map says what to add, part by part; a reader is offered nothing to change", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { title: "Empty" });
  const reader = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Press office");
  await openLibrary(owner, mapId, "Portfolio");
  await owner.getByRole("button", { name: "Add a challenge" }).click();
  await expect(library(owner)).toContainText("No project");
  await openLibrary(owner, mapId, "Risks");
  await expect(library(owner).getByText("No risks yet")).toBeVisible();
  await library(owner).getByRole("button", { name: "Add a risk" }).last().click();
  await expect(owner.locator('[data-beside="notPlaced"]')).toContainText("an untitled card");

  await openLibrary(reader, mapId, "Risks");
  await expect(reader.locator("[data-listed]")).toContainText("Not known");
  await expect(library(reader).getByRole("combobox")).toHaveCount(0);
  await library(reader).getByRole("button", { name: "Decisions", exact: true }).click();
  await expect(library(reader)).toContainText("Whoever may edit this map can add the first.");
  await expect(reader.getByRole("button", { name: /^Add|^Mark/ })).toHaveCount(0);
});
