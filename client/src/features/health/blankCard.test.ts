import type { CardId } from "@trellis/shared/schema/ids";
import { beforeEach, describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { isAsMade, onceLeft } from "./blankCard.ts";

const id = "r" as CardId;
const made = aMap()
  .withCard({ id: "c", type: "challenge" })
  .withCard({ id: "r", type: "risk", title: "" })
  .withLink({ type: "threatens", from: "r", to: "c" })
  .snapshot();

describe("a card that a way to mend has added", () => {
  it("is as it was made until somebody writes on it, links it or takes it away", () => {
    expect(isAsMade(made, made, id)).toBe(true);
    const card = made.cards.get(id);
    if (!card) throw new Error("there is no card");
    const written = new Map(made.cards).set(id, { ...card, title: "Floods" });
    expect(isAsMade(made, { ...made, cards: written }, id)).toBe(false);
    const gone = new Map(made.cards);
    gone.delete(id);
    expect(isAsMade(made, { ...made, cards: gone }, id)).toBe(false);
    expect(isAsMade(made, { ...made, links: new Map() }, id)).toBe(false);
    const others = new Map(made.cards).set("c" as CardId, { ...card, id: "c" as CardId });
    expect(isAsMade(made, { ...made, cards: others }, id)).toBe(true);
  });

  describe("is left", () => {
    beforeEach(() => workspaceStore.getState().reset());

    it.each([
      ["when the panel closes", () => workspaceStore.getState().closePanel()],
      ["when another card is shown", () => workspaceStore.getState().selectCards(["c" as CardId])],
    ])("%s, once", (_, leave) => {
      const { selectCards, openPanel, setTool } = workspaceStore.getState();
      selectCards([id]);
      openPanel();
      let count = 0;
      onceLeft(id, () => {
        count += 1;
      });
      setTool({ kind: "select" });
      openPanel();
      expect(count).toBe(0);
      leave();
      leave();
      expect(count).toBe(1);
    });
  });
});
