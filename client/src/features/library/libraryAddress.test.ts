import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { isComparing, type LibraryAddress, NO_PLACE, readLibrary, writeLibrary } from "./libraryAddress.ts";

const PLAIN: LibraryAddress = {
  part: "evidence",
  kind: null,
  year: null,
  transferable: null,
  like: null,
  decisions: [],
};

describe("the library in the address", () => {
  it("comes back as it was written, and leaves what is not its own", () => {
    const all: LibraryAddress[] = [
      PLAIN,
      { ...PLAIN, part: "decisions", decisions: ["due", "review"] },
      { ...PLAIN, kind: "study", year: "2021", transferable: "partly" },
      { ...PLAIN, like: { kind: "card", card: "e-1" as CardId } },
      { ...PLAIN, like: { kind: "typed", place: { ...NO_PLACE, region: "North & west", size: "2,800" } } },
    ];
    for (const address of all) {
      const search = writeLibrary("?level=national", address);
      expect(search).toContain("level=national");
      expect(readLibrary(search)).toEqual(address);
    }
    expect(writeLibrary("?part=risks&like=typed&likeRegion=North", PLAIN)).toBe("");
  });

  it("compares cases only where the evidence stands otherwise", () => {
    expect(isComparing(readLibrary("?like=typed&likeRegion=North"))).toBe(true);
    expect(isComparing(readLibrary("?part=risks&like=typed"))).toBe(false);
    expect(isComparing(PLAIN)).toBe(false);
  });

  it("reads nonsense as no choice", () => {
    expect(readLibrary("?part=levels&kind=x&year=20&transferable=maybe&like=%20&decision=a,due")).toEqual({
      ...PLAIN,
      decisions: ["due"],
    });
    const long = readLibrary(`?like=typed&likeRegion=${"x".repeat(900)}`).like;
    expect(long?.kind === "typed" && long.place.region.length).toBe(300);
  });
});
