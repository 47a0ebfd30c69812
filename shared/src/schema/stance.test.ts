import { describe, expect, it } from "vitest";
import { stanceSchema } from "./stance.ts";

describe("a stance", () => {
  const stance = {
    actorId: "a",
    missionId: "m",
    position: -1,
    influence: 4,
    interest: 3,
    incentive: "Keeps its budget",
    ask: "A seat at the table",
  };

  it("[MAP29] is a row with five grades of position and of influence and interest", () => {
    expect(stanceSchema.parse(stance)).toEqual(stance);
    expect(stanceSchema.safeParse({ ...stance, position: 3 }).success).toBe(false);
    expect(stanceSchema.safeParse({ ...stance, influence: 0 }).success).toBe(false);
    expect(stanceSchema.safeParse({ ...stance, interest: 2.5 }).success).toBe(false);
  });
});
