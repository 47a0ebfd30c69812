import { type CardFilter, NO_FILTER } from "@trellis/shared/derive/cardFilter";
import { SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import { CARD_TYPES, type CardType, ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { FIRST_KINDS, LINK_KINDS, type LinkKind } from "./linkKinds.ts";
import type { Look } from "./look.ts";
import { type AddressedLook, readLook, writeLook } from "./lookAddress.ts";

const PLAIN: AddressedLook = {
  types: SHOWN_BY_DEFAULT,
  kinds: FIRST_KINDS,
  filter: NO_FILTER,
  focus: null,
  path: null,
  unfolded: null,
  colour: null,
};
const id = (text: string) => text as CardId;

describe("the look in the address", () => {
  it("says nothing of what stands for itself, and leaves other keys alone", () => {
    expect(writeLook("", PLAIN)).toBe("");
    expect(writeLook("?card=p-1&status=idea", PLAIN)).toBe("?card=p-1");
    expect(readLook("?card=p-1")).toEqual(PLAIN);
  });

  it("can be read by people", () => {
    const look: AddressedLook = {
      ...PLAIN,
      filter: {
        ...NO_FILTER,
        levels: ["municipal", "city_region"],
        statuses: ["in_delivery"],
        tags: ["sdg:7"],
      },
      focus: { cards: [id("p-1"), id("c-2")], degrees: 2, direction: "out" },
      unfolded: [],
    };
    expect(writeLook("?card=x", look)).toBe(
      "?card=x&level=city_region,municipal&status=in_delivery&tag=sdg:7&focus=p-1,c-2.2.out&only=",
    );
    expect(writeLook("", { ...PLAIN, colour: "sphere" })).toBe("?colour=sphere");
    expect(writeLook("", { ...PLAIN, path: { from: id("a"), to: id("b"), every: true } })).toBe("?paths=a,b");
  });

  it.each([
    "?level=moon&status=&types=planet&links=strings&role=king",
    "?focus=&path=a&paths=a,b,c&tag=,:,sdg&actor=a/b,%00",
    "?focus=,.2/&path=,,&tag=%F0%9F&level=__proto__&colour=__proto__",
  ])("ignores what is no value: %s", (search) => {
    expect(readLook(search)).toEqual(PLAIN);
  });

  it("takes a card with full stops in its id for what it is", () => {
    const focus = { cards: [id("a.2"), id("b.1.in")], degrees: 1, direction: "all" } as const;
    expect(readLook(writeLook("", { ...PLAIN, focus })).focus).toEqual(focus);
    expect(readLook("?focus=p-1").focus).toEqual({ cards: ["p-1"], degrees: 1, direction: "all" });
  });

  it("is the same look again after a reload, whatever is combined", () => {
    const types = [SHOWN_BY_DEFAULT, new Set<CardType>(), new Set(CARD_TYPES)];
    const kinds = [FIRST_KINDS, new Set<LinkKind>(), new Set(LINK_KINDS)];
    const filters: CardFilter[] = [
      NO_FILTER,
      { ...NO_FILTER, levels: ["national"], tags: ["own:ä, ö 100 %2C", "focus:a&b=1"] },
      {
        levels: [...ENUMS.level],
        statuses: [...ENUMS.status],
        actors: [id("a~1")],
        roles: ["convenor"],
        tags: [],
      },
    ];
    const focuses: Look["focus"][] = [
      null,
      { cards: [id("x.1.in"), id("y")], degrees: 3, direction: "in" },
      { cards: [id("none")], degrees: 1, direction: "all" },
    ];
    const paths: Look["path"][] = [null, { from: id("a.all"), to: id("b:2"), every: false }];
    const folds: Look["unfolded"][] = [null, [], [id("none"), id("c")]];
    let tried = 0;
    for (const shown of types)
      for (const drawn of kinds)
        for (const filter of filters)
          for (const focus of focuses)
            for (const path of paths)
              for (const unfolded of folds) {
                const colour = unfolded ? "sphere" : null;
                const look: AddressedLook = {
                  types: shown,
                  kinds: drawn,
                  filter,
                  focus,
                  path,
                  unfolded,
                  colour,
                };
                const search = writeLook("?card=a", look);
                expect(readLook(search)).toEqual(look);
                expect(writeLook(search, readLook(search))).toBe(search);
                tried++;
              }
    expect(tried).toBe(486);
  });
});
