import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { chosenColumns } from "./columns.ts";
import { csvRows } from "./csvRows.ts";

const t = ((...[key, named]: [string, Record<string, string>?]) =>
  named?.field ? `${named.field}: ${named.part}` : key.replace(/^.*\./, "")) as unknown as TFunction;
const words = { t, sources: [], phases: [], cardTitle: () => "", currency: "GBP" };

const rowsOf = (keys: readonly string[]) =>
  csvRows({
    type: "project",
    columns: chosenColumns("project", keys),
    rows: [
      { id: "a", type: "project", title: "Apron", cost: { amount: 7, currency: "EUR" } },
      { id: "b", type: "project", title: "Bridge", cost: { amount: 5, currency: "GBP" } },
      { id: "c", type: "project", title: "Canopy" },
    ] as unknown as readonly Card[],
    words,
    joined: { text: () => "", value: () => null, duties: () => [] },
  });

describe("the table as a file", () => {
  it("says the currency of each sum beside it", () => {
    expect(rowsOf(["cost.amount", "start"])).toEqual([
      ["title", "cost", "cost: currency", "start"],
      ["Apron", 7, "EUR", ""],
      ["Bridge", 5, "GBP", ""],
      ["Canopy", "", "", ""],
    ]);
  });

  it("leaves a currency where it is shown, and adds none where no sum is", () => {
    expect(rowsOf(["cost.currency", "cost.amount"])[0]).toEqual(["title", "cost: currency", "cost"]);
    expect(rowsOf(["cost.low"])[0]).toEqual(["title", "cost: low"]);
  });
});
