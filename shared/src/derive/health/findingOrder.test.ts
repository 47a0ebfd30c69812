import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { told } from "../../../../tests/support/derivations.ts";

const start = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "z", type: "challenge", home: "m" })
  .withCard({ id: "a", type: "challenge", home: "m" })
  .withCard({ id: "b", type: "challenge", home: "z" });

describe("the order of findings", () => {
  it("[HLT7] is that of the tree, whatever the cards are called", () => {
    expect(told(start, "H08")).toEqual(["fail", "no_action z", "no_action b", "no_action a"]);
  });

  it("[HLT7] puts what fails before what is not known or a note, and what has no place last", () => {
    const map = start
      .withCard({ id: "k2", type: "indicator" })
      .withCard({ id: "k1", type: "indicator" })
      .withCard({ id: "k0", type: "indicator", cadenceMonths: 12 })
      .withLink({ type: "measures", from: "k2", to: "z" })
      .withLink({ type: "measures", from: "k1", to: "a" })
      .withLink({ type: "measures", from: "k0", to: "a" });
    expect(told(map, "H06")).toEqual(["fail", "no_value k0", "no_cadence k2", "no_cadence k1"]);
    const more = map.withCard({ id: "a1", type: "indicator" });
    expect(told(more, "H06").at(-1)).toBe("no_cadence a1");
  });
});
