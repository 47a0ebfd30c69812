import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { describe, expect, it } from "vitest";
import { compareKeys, RowOrder, rowsHeld } from "./rowOrder.ts";

const card = (id: string, title: string, likelihood: number | null = null): Card => ({
  id: id as CardId,
  type: "risk",
  title,
  likelihood,
  home: null,
  homeLink: null,
  order: null,
  pos: null,
});
const ids = (cards: readonly Card[]) => cards.map(({ id }) => id);
const likelihood = (one: Card) => (one.type === "risk" ? (one.likelihood ?? null) : null);

describe("the order of rows", () => {
  it("puts what is not known last whichever way, and parts equals by title", () => {
    const cards = [card("a", "Zinc", 2), card("b", "Alum"), card("c", "Iron", 5), card("d", "Gold", 2)];
    expect(ids(new RowOrder(false).order(cards, likelihood))).toEqual(["d", "a", "c", "b"]);
    expect(ids(new RowOrder(true).order(cards, likelihood))).toEqual(["c", "d", "a", "b"]);
  });

  it("compares numbers as numbers and words as people sort them", () => {
    expect(compareKeys(9, 10, false)).toBeLessThan(0);
    expect(compareKeys("Ward 9", "ward 10", false)).toBeLessThan(0);
    expect(compareKeys("Énergie", "Forêt", false)).toBeLessThan(0);
    expect(compareKeys(3, "more than 3", true)).toBeGreaterThan(0);
  });

  it("puts one changed card among thousands in its place with few comparisons", () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      card(`k${index}`, `Risk ${index}`, (index * 7919) % 5_000),
    );
    const order = new RowOrder(false);
    const first = order.order(many, likelihood);
    const edited = many.map((one, index) => (index === 10 ? card(one.id, one.title, 4_999.5) : one));
    let asked = 0;
    const next = order.order(edited, (one) => {
      asked++;
      return likelihood(one);
    });
    expect(asked).toBe(5_000);
    expect(next.at(-1)?.id).toBe("k10");
    expect(ids(next).filter((id) => id !== "k10")).toEqual(ids(first).filter((id) => id !== "k10"));
    // What did not change is the very same card, so that its row is not drawn again.
    expect(next[0]).toBe(many.find(({ id }) => id === next[0]?.id));
  });
});

describe("rows somebody works in", () => {
  const [a, b, c, d] = [card("a", "A"), card("b", "B"), card("c", "C"), card("d", "D")];
  const all = new Map([a, b, c, d].map((one) => [one.id, one]));
  const find = (id: CardId) => all.get(id);

  it("stay in place, though the map would have them elsewhere", () => {
    const held = { question: "q", ids: ids([c, a]) };
    expect(ids(rowsHeld({ asked: [a, b, c], held, question: "q", mine: [], find }))).toEqual(["c", "a", "b"]);
    expect(ids(rowsHeld({ asked: [a, b, c], held, question: "other", mine: [], find }))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("end with what was added here, in the order in which it was, even if the filter has no room for it", () => {
    const held = { question: "q", ids: ids([b]) };
    const mine = ids([d, a]);
    expect(ids(rowsHeld({ asked: [b, c], held, question: "q", mine, find }))).toEqual(["b", "d", "a", "c"]);
    expect(ids(rowsHeld({ asked: [b], held: null, question: "q", mine, find }))).toEqual(["b", "d", "a"]);
  });

  it("lose what is no longer on the map", () => {
    const held = { question: "q", ids: ["gone" as CardId, ...ids([b])] };
    expect(ids(rowsHeld({ asked: [b], held, question: "q", mine: ["gone too" as CardId], find }))).toEqual([
      "b",
    ]);
  });
});
