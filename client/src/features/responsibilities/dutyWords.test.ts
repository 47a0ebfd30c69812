import { asking } from "@trellis/shared/derive/ask";
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import { phaseChoices } from "@trellis/shared/derive/matrix";
import i18next from "i18next";
import { beforeAll, expect, it } from "vitest";
import { TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import enums from "../../locales/en/enums.json" with { type: "json" };
import responsibilities from "../../locales/en/responsibilities.json" with { type: "json" };
import types from "../../locales/en/types.json" with { type: "json" };
import shared from "../../locales/en/words.json" with { type: "json" };
import { matrixRowsOf, phaseName, rolesText, type Words } from "./dutyWords.ts";
import { matrixTable } from "./matrixTable.ts";

const korea = templateSnapshot("korea-innovation-cities");
const ask = asking(korea, TODAY);
let words: Words;

beforeAll(async () => {
  const t = await i18next.init({
    lng: "en",
    resources: { en: { translation: { enum: enums, responsibilities, words: shared, ...types } } },
    interpolation: { escapeValue: false },
  });
  words = { t, cards: korea.cards, phases: ask(phaseChoices) };
});

const whole = (phase: string) =>
  matrixTable(korea, ask, { by: "level", phase, rows: null, folded: new Set(), query: "", shown: null });

it("writes the matrix as a table: a row a card, a column an actor, letters with the number of their phase", () => {
  const [heads, first] = matrixRowsOf(words, whole(EVERY_PHASE));
  expect(heads?.slice(0, 6)).toEqual([
    "Card",
    "Type",
    "Part of",
    "Accountable",
    "To settle",
    "Levels at work",
  ]);
  const at = (heads ?? []).indexOf("Ministry of Land, Infrastructure and Transport");
  expect(first?.[at]).toBe("A (1) C (2)");
  expect(first?.slice(1, 3)).toEqual(["Mission", null]);
  expect(matrixRowsOf(words, whole(EVERY_PHASE))).toHaveLength(28);
});

it("says what somebody is in which phase", () => {
  const row = whole(EVERY_PHASE).lines[0]?.row;
  const ministry = [...(row?.cells ?? [])].find(([actor]) => actor === "a-molit")?.[1];
  expect(rolesText(words, ministry)).toBe(
    "Accountable in First season: relocation and construction, Consulted in Second season: local hubs",
  );
  expect(rolesText(words, undefined)).toBe("No role");
  expect(phaseName(words, EVERY_PHASE)).toBe("All phases");
});
