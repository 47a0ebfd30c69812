import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { linkObstacle } from "./linkObstacles.ts";

const snapshot = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c" })
  .withCard({ id: "q", type: "project", home: "p" })
  .withCard({ id: "a", type: "actor" })
  .withLink({ type: "responsible", from: "a", to: "p", role: "accountable" })
  .withLink({ type: "depends_on", from: "p", to: "q" })
  .snapshot();
const obstacle = (type: string, from: string, to: string, role: string | null = null) =>
  linkObstacle(snapshot, { type, role } as never, from as CardId, to as CardId);

describe("linkObstacle", () => {
  it("finds a link that is there, a responsibility by its role", () => {
    expect(obstacle("responsible", "a", "p", "accountable")).toBe("already");
    expect(obstacle("responsible", "a", "p", "consulted")).toBeNull();
    expect(obstacle("part_of", "p", "c")).toBe("already");
    expect(obstacle("contributes_to", "p", "c")).toBeNull();
  });

  it("finds a circle, where the type forbids one", () => {
    expect(obstacle("part_of", "p", "q")).toBe("circle");
    expect(obstacle("part_of", "q", "c")).toBeNull();
    expect(obstacle("depends_on", "q", "p")).toBe("circle");
    expect(obstacle("relates_to", "q", "p")).toBeNull();
  });
});
