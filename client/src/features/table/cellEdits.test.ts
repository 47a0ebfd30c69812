import { addCard } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { MAP_LIMITS } from "@trellis/shared/schema/mapLimits";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type CellsInput, fieldsWith, writeCells } from "./cellEdits.ts";

const id = (text: string) => text as CardId;

function project() {
  const map = new MapDoc(new Y.Doc());
  edit(map, new LocalOrigin(), (draft) =>
    addCard(draft, {
      id: id("depot"),
      type: "project",
      fields: { title: "Depot", cost: { amount: 5, currency: "EUR", note: "draft" } },
    }),
  );
  const write = (rows: CellsInput["rows"]) =>
    edit(map, new LocalOrigin(), (draft) =>
      writeCells(draft, { type: "project", rows, currency: "GBP", duties: () => [] }),
    );
  const card = (name: string) => takeSnapshot(map).cards.get(id(name)) as unknown as Record<string, unknown>;
  return { map, write, card };
}

describe("writing cells", () => {
  it("writes parts of a field beside the parts it has", () => {
    const { write, card } = project();
    const done = write([
      { card: id("depot"), isNew: false, values: { "cost.amount": 7, "cost.low": 6, status: "approved" } },
    ]);
    expect(done).toEqual({ cells: 3, added: [], gone: 0, refused: [] });
    expect(card("depot")).toMatchObject({
      status: "approved",
      cost: { amount: 7, low: 6, currency: "EUR", note: "draft" },
    });
    write([
      {
        card: id("depot"),
        isNew: false,
        values: { "cost.amount": null, "cost.low": null, "cost.currency": null, "cost.note": null },
      },
    ]);
    expect(card("depot").cost).toBeNull();
  });

  it("gives a sum without a currency that of the map, and never to nothing", () => {
    expect(fieldsWith({ "cost.amount": 12 }, () => null, "GBP")).toEqual({
      cost: { amount: 12, currency: "GBP" },
    });
    expect(fieldsWith({ "cost.amount": 12, "cost.currency": "USD" }, () => null, "GBP")).toEqual({
      cost: { amount: 12, currency: "USD" },
    });
    expect(fieldsWith({ "cost.amount": null }, () => null, "GBP")).toEqual({ cost: null });
    expect(fieldsWith({ "baseline.value": 3 }, () => null, "GBP")).toEqual({ baseline: { value: 3 } });
  });

  it("gives a sum that comes from another cell the currency it had there", () => {
    const { write, card } = project();
    write([
      { card: id("depot"), isNew: false, values: { "cost.amount": 9 }, currencies: { cost: "USD" } },
      {
        card: id("new"),
        isNew: true,
        values: { title: "Shelter", "cost.amount": 9 },
        currencies: { cost: "USD" },
      },
    ]);
    expect(card("depot").cost).toEqual({ amount: 9, currency: "USD", note: "draft" });
    expect(card("new").cost).toEqual({ amount: 9, currency: "USD" });
    write([
      { card: id("depot"), isNew: false, values: { "cost.amount": null }, currencies: { cost: "GBP" } },
    ]);
    expect(card("depot").cost).toMatchObject({ amount: null, currency: "USD" });
  });

  it("makes a card of a blank row, and counts rows whose card is gone", () => {
    const { write, card } = project();
    const done = write([
      { card: id("new"), isNew: true, values: { title: "Shelter", summary: null, level: "municipal" } },
      { card: id("gone"), isNew: false, values: { title: "Nobody" } },
    ]);
    expect(done).toEqual({ cells: 2, added: ["new"], gone: 1, refused: [] });
    expect(card("new")).toMatchObject({ type: "project", title: "Shelter", level: "municipal" });
    expect(card("gone")).toBeUndefined();
  });

  it("writes nothing at all where the map has no room for the new rows", () => {
    const { map, write, card } = project();
    edit(map, new LocalOrigin(), (draft) => {
      for (let index = 1; index < MAP_LIMITS.cards; index++)
        draft.putCard(id(`n${index}`), { type: "note", title: "" }, null);
    });
    const rows = [
      { card: id("depot"), isNew: false, values: { title: "Changed" } },
      { card: id("new"), isNew: true, values: { title: "Too many" } },
    ];
    expect(() => write(rows)).toThrow(expect.objectContaining({ code: "map_full" }));
    expect(card("depot").title).toBe("Depot");
  });
});
