import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { LINK_TYPES, mayLink } from "@trellis/shared/schema/linkTypes";
import { describe, expect, it } from "vitest";
import { linkWays } from "./linkWays.ts";

describe("links offered for a card", () => {
  it("offers exactly what is allowed, in both directions", () => {
    for (const card of CARD_TYPES)
      for (const other of CARD_TYPES)
        for (const type of LINK_TYPES) {
          if (type === "part_of" || type === "relates_to") continue;
          const offered = linkWays(card).filter((way) => way.type === type && way.others.includes(other));
          expect(offered.some((way) => way.direction === "out")).toBe(mayLink(type, card, other));
          expect(offered.some((way) => way.direction === "in")).toBe(mayLink(type, other, card));
        }
  });

  it("leaves the home to its own control and offers a loose link once", () => {
    for (const card of CARD_TYPES) {
      const ways = linkWays(card);
      expect(ways.some((way) => way.type === "part_of")).toBe(false);
      expect(ways.filter((way) => way.type === "relates_to")).toHaveLength(1);
    }
  });
});
