import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { columnsOf, isNaming, type NamingColumn } from "./columns.ts";
import { cardsMeant, type Titled } from "./titles.ts";

const id = (text: string) => text as CardId;
const column = (key: string): NamingColumn => {
  const found = columnsOf("project").find((one) => one.key === key);
  if (!found || !isNaming(found)) throw new Error(key);
  return found;
};
const CARDS: readonly Titled[] = [
  { id: id("buses"), type: "challenge", title: "Buses" },
  { id: id("trams"), type: "challenge", title: "Trams & trains" },
  { id: id("parks-1"), type: "challenge", title: "Parks" },
  { id: id("parks-2"), type: "challenge", title: "Parks" },
  { id: id("row"), type: "project", title: "Buses" },
  { id: id("city"), type: "actor", title: "City council" },
  { id: id("health"), type: "actor", title: "Homes, health and care" },
];
const home = (text: string) => cardsMeant(text, column("home"), CARDS, id("row"));
const accountable = (text: string) => cardsMeant(text, column("role.accountable"), CARDS, id("row"));

describe("cards named in cells", () => {
  it("finds a home by its whole title in any case, before the card of the row itself", () => {
    expect(home(" buses ")).toEqual({ value: "buses" });
    expect(home("BUSES")).toEqual({ value: "buses" });
    expect(home("parks-2")).toEqual({ value: "parks-2" });
  });

  it("keeps a title of several cards and offers each", () => {
    expect(home("Parks")).toEqual({ reason: { code: "several_cards", hints: ["parks-1", "parks-2"] } });
  });

  it("keeps a title of no card that fits, and offers the one that is near", () => {
    expect(home("Trams and trains")).toEqual({ reason: { code: "no_card", hints: ["Trams & trains"] } });
    expect(home("Tram & trans")).toEqual({ reason: { code: "no_card", hints: ["Trams & trains"] } });
    expect(home("Park")).toEqual({ reason: { code: "no_card", hints: [] } });
    expect(home("City council")).toEqual({ reason: { code: "no_card", hints: [] } });
  });

  it("takes several actors parted by semicolons, or by commas where each part is one", () => {
    expect(accountable("Homes, health and care; city council")).toEqual({ value: ["city", "health"] });
    expect(accountable("Homes, health and care")).toEqual({ value: ["health"] });
    expect(accountable("City council, Homes")).toMatchObject({ reason: { code: "no_card" } });
    expect(accountable("Homes, health and care; City counsil")).toEqual({
      reason: { code: "no_card", hints: ["Homes, health and care; City council"] },
    });
    expect(accountable(" ; ")).toEqual({ value: null });
  });
});
