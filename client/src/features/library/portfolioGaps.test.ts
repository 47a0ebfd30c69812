import type { Maturity } from "@trellis/shared/derive/portfolio";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { columnsOf, gapOf } from "./portfolioGaps.ts";

const row = (...filled: (Maturity | null)[]) => ({
  challenge: "c" as CardId,
  helping: [],
  projects: new Map(filled.map((maturity) => [maturity, ["p" as CardId]])),
});

describe("gaps of the portfolio", () => {
  it("tells nothing at all from nothing tried and from not known", () => {
    expect(gapOf(row())).toBe("nothing");
    expect(gapOf(row("scale", "embed"))).toBe("notTried");
    expect(gapOf(row("scale", null))).toBe("notKnown");
    expect(gapOf(row(null))).toBe("notKnown");
    expect(gapOf(row("explore", null))).toBeNull();
    expect(gapOf(row("demonstrate", "scale"))).toBeNull();
  });

  it("has a column for what is not known only where there is such a project", () => {
    expect(columnsOf([row("scale")])).toEqual(["explore", "prototype", "demonstrate", "scale", "embed"]);
    expect(columnsOf([row("scale"), row(null)]).at(-1)).toBeNull();
  });
});
