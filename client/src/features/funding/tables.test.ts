import { asking } from "@trellis/shared/derive/ask";
import { pots } from "@trellis/shared/derive/money/pots";
import { terms } from "@trellis/shared/derive/money/terms";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY } from "../../../../tests/support/derivations.ts";
import type { TableRows } from "../../workspace/exportTable.ts";
import { readFunding } from "./fundingAddress.ts";
import { movedRows, potRows } from "./tables.ts";

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: "en", resources: {} });
});

const snapshot = aMap()
  .withCard({ id: "m", type: "mission", baseCurrency: "GBP" })
  .withCard({ id: "p", type: "project", title: "Depot", home: "m" })
  .withCard({ id: "q", type: "project", title: "Yard", home: "m" })
  .withCard({ id: "f", type: "funding", title: "Fund", currency: "GBP" })
  .withLink({ type: "funds", from: "f", to: "m", amount: 1_000_000, currency: "GBP", status: "offered" })
  .withLink({ type: "funds", from: "f", to: "p", amount: null, status: "offered" })
  .withLink({ type: "funds", from: "f", to: "q", amount: 30, currency: "EUR", status: "offered" })
  .snapshot();
const ask = asking(snapshot, TODAY);
const model = { snapshot, ask, scope: "", address: readFunding("") };

/** The first row of a table by its heads. */
const first = ([names = [], row = []]: TableRows) =>
  Object.fromEntries(names.map((name, index) => [String(name).replace("funding.column.", ""), row[index]]));

describe("money in files", () => {
  it("tells of what is sought, as of what is committed, how many amounts are not known or not converted", () => {
    expect(first(potRows(model, ask(pots, ""), t))).toMatchObject({
      sought: 1_000_000,
      soughtNotKnown: 1,
      otherSought: "€30",
      committedNotKnown: 0,
      otherCommitted: null,
    });
  });

  it("tells of money that moves how many amounts are not known", () => {
    const some = ask(pots, "").map((pot) => ({ ...pot, committed: { ...pot.sought, notKnown: 2 } }));
    expect(first(movedRows(model, some, ask(terms, "").stopped, t))).toMatchObject({
      committed: 1_000_000,
      amountsNotKnown: 2,
      others: "€30",
    });
  });
});
