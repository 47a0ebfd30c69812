import { describe, expect, it } from "vitest";
import { readSight, sightOf, viewOf, writeSight } from "./viewHash.ts";

describe("the view in the address", () => {
  it("comes back as it was written, on a screen of another size too", () => {
    const sight = sightOf({ x: -200, y: 80, zoom: 0.5 }, 1_440, 900);
    const read = readSight(writeSight(sight));
    expect(read).toEqual(sight);
    expect(read && sightOf(viewOf(read, 390, 844), 390, 844)).toEqual(sight);
  });

  it.each([
    "",
    "#",
    "#view=1,2",
    "#view=1,2,0",
    "#view=1,2,900",
    "#view=1e99,2,1",
    "#view=a,b,c",
    "#view=99999999,0,1",
  ])("is none in %s", (hash) => {
    expect(readSight(hash)).toBeNull();
  });
});
