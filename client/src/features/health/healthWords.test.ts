/** Every check, result and kind of finding has its words, and every value of a finding is filled in. */
import { answer } from "@trellis/shared/derive/ask";
import { CHECK_GROUPS, FINDING_CODES, type Finding, type Mend } from "@trellis/shared/derive/health/check";
import { CHECKS } from "@trellis/shared/derive/health/checks";
import { healthCheck } from "@trellis/shared/derive/health/healthCheck";
import { ENUMS } from "@trellis/shared/schema/enums";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { type TemplateName, TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import checkGroup from "../../locales/en/checkGroup.json" with { type: "json" };
import enums from "../../locales/en/enums.json" with { type: "json" };
import fields from "../../locales/en/fields.json" with { type: "json" };
import texts from "../../locales/en/health.json" with { type: "json" };
import lenses from "../../locales/en/lenses.json" with { type: "json" };
import look from "../../locales/en/look.json" with { type: "json" };
import types from "../../locales/en/types.json" with { type: "json" };
import { findingRows } from "./findingRows.ts";
import { RESULTS } from "./healthFilter.ts";
import { cardTitle, findingText, mendText } from "./healthWords.ts";

let t: TFunction;
/** Words that were asked for and are not there. */
const missing: string[] = [];
beforeAll(async () => {
  const i18n = i18next.createInstance();
  const translation = { health: texts, enum: enums, field: fields, lens: lenses, look, ...types };
  t = await i18n.init({
    lng: "en",
    resources: { en: { translation } },
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_, __, key) => missing.push(key),
  });
});

const TEMPLATES: readonly TemplateName[] = [
  "greater-manchester-2038",
  "camden-renewal",
  "korea-innovation-cities",
  "learning-community",
  "blank-mission",
];
const finding = (code: Finding["code"], values: Finding["values"]): Finding => ({
  weight: "fail",
  code,
  cards: [],
  mend: null,
  values,
});

describe("the health check in words", () => {
  it("says of every check what it asks, why, and on whose word", () => {
    const told = CHECKS.flatMap(({ id }) =>
      ["title", "why", "source"].filter((part) => !t(`health.check.${id}.${part}`, { defaultValue: "" })),
    );
    expect(told).toEqual([]);
    expect(CHECKS).toHaveLength(Object.keys(texts.check).length);
  });

  it("has a sentence for every kind of finding, and none for kinds that are not", () => {
    const told = new Set(Object.keys(texts.finding).map((key) => key.replace(/_(one|other)$/, "")));
    expect(FINDING_CODES.filter((code) => !told.has(code))).toEqual([]);
    const forms = ["behind_budget", "off_path", "helped_home_projects", "decision_late_day"];
    const known = new Set<string>([...FINDING_CODES, ...forms]);
    expect([...told].filter((code) => !known.has(code))).toEqual([]);
  });

  it("names results, groups and roles", () => {
    expect(Object.keys(texts.state).sort()).toEqual([...RESULTS].sort());
    expect(Object.keys(texts.count).sort()).toEqual([...RESULTS].sort());
    expect(Object.keys(checkGroup)).toEqual([...CHECK_GROUPS]);
    expect(Object.keys(texts.mend.role).sort()).toEqual([...ENUMS.role].sort());
  });

  it("fills in every value of every finding of the templates, and says every way to mend", () => {
    missing.length = 0;
    for (const name of TEMPLATES) {
      const snapshot = templateSnapshot(name);
      for (const { findings } of answer(healthCheck, snapshot, TODAY).results) {
        for (const one of findings) {
          const said = findingText(one, snapshot.settings, t);
          expect(said, one.code).not.toMatch(/\{\{|NaN|undefined|null|Infinity/);
          if (one.mend) expect(mendText(one.mend, snapshot.settings, t)).not.toMatch(/\{\{|undefined/);
          for (const card of one.cards) expect(cardTitle(snapshot, card, t)).not.toBe("");
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it("writes shares, sums, years and dates as people read them, and what is not known as such", () => {
    const settings = { title: "" };
    const said = (code: Finding["code"], values: Finding["values"]) =>
      findingText(finding(code, values), settings, t);
    expect(said("overload", { load: 19, total: 28, share: 19 / 28 })).toBe(
      "It holds 19 of 28 accountable roles (68%); 40% is the most that should be.",
    );
    expect(
      said("mission_coverage", {
        cost: 65e9,
        currency: "GBP",
        committed: 458_036_986,
        coverage: 0.00705,
        notKnown: 1,
      }),
    ).toBe("£458m of the mission's £65bn is committed (0.71%).");
    expect(said("year_past", { startYear: null, targetYear: 2024 })).toBe("Its target year 2024 is past.");
    expect(said("decision_late", { date: "2025-11" })).toBe("It is still open, and was due in Nov 2025.");
    expect(said("decision_late", { date: "2025-11-03" })).toContain("was due on 3 Nov 2025.");
    expect(said("few_raters", { raters: 1, median: 4 })).toContain("Only one person has rated it");
    expect(said("few_raters", { raters: 2, median: 4 })).toContain("Only 2 people have rated it");
    expect(said("few_home_projects", { projects: 1, helping: 0 })).not.toContain("contribute");
    expect(said("few_home_projects", { projects: 1, helping: 2 })).toContain("contribute from elsewhere: 2");
    expect(said("no_recent_participation", { day: null })).toContain("Last time: not known.");
    expect(
      said("behind_path", { status: "off_track", pace: null, used: 0.424, exhausted: "2025-06-30" }),
    ).toBe("It is off track: 42% of the budget is used, and at this rate it is gone by 30 Jun 2025.");
    expect(
      said("behind_path", { status: "behind", look: "linear", pace: 0.85, used: null, exhausted: null }),
    ).toBe("It is behind on a straight line; its pace is 85% of what the path asks.");
    expect(
      said("behind_path", { status: "off_track", look: "cap", pace: null, used: null, exhausted: null }),
    ).toBe("It is off track against its cap.");
  });

  it("says what is added, linked and chosen", () => {
    const said = (mend: Mend) => mendText(mend, { title: "" }, t);
    const other = "m" as never;
    expect(said({ kind: "card", type: "project", home: other, link: null })).toBe("Add: project");
    expect(said({ kind: "link", type: "responsible", other, end: "to", role: "accountable" })).toBe(
      "Choose who is accountable",
    );
    expect(said({ kind: "link", type: "addresses", other, end: "from" })).toMatch(/^Link a card: \w/);
    expect(said({ kind: "endRole", card: other, role: "accountable" })).toBe("End one of the roles");
    expect(said({ kind: "view", view: "indicators", card: other })).toBe("Open in Indicators");
    expect(said({ kind: "open", card: other, field: "functionsNeeded" })).toBe("Open the card");
    expect(said({ kind: "lens", lens: "sphere", value: "capital" })).toMatch(/^Tag a card: \w/);
  });

  it("makes a table of every check, one row for each finding", () => {
    const snapshot = templateSnapshot("greater-manchester-2038");
    const { results } = answer(healthCheck, snapshot, TODAY);
    const [head, ...rows] = findingRows(results, snapshot, t);
    expect(head).toHaveLength(10);
    expect(rows.every((row) => row.length === 10)).toBe(true);
    expect(rows).toHaveLength(results.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0));
    const nobody = rows.filter((row) => row[0] === "H09");
    expect(nobody.map((row) => row[6])).toEqual(["Nobody is accountable.", "Nobody is accountable."]);
    expect(nobody.every((row) => row[4] === "Fail" && typeof row[7] === "string")).toBe(true);
    // Nothing found is an empty cell, not a word that a spreadsheet would count.
    expect(rows.find((row) => row[0] === "H02")?.slice(5, 9)).toEqual([null, null, null, null]);
  });
});
