import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { outlineCards } from "../codecs/outline.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { CardId, LinkId } from "../schema/ids.ts";
import { MapDoc, type MapDraft } from "../schema/mapDoc.ts";
import { MAP_LIMITS } from "../schema/mapLimits.ts";
import { addCard, duplicateCards, removeCard } from "./cards.ts";
import { edit, LocalOrigin } from "./edit.ts";
import { addLink, removeLink } from "./links.ts";
import { pasteCards } from "./pasteCards.ts";

const here = new LocalOrigin();
const id = (text: string) => text as CardId;

/** A map with so many notes, n0 and n1 joined when there is room for links. */
function mapWith(cards: number, links = 0): MapDoc {
  const map = new MapDoc(new Y.Doc());
  edit(map, here, (draft) => {
    for (let index = 0; index < cards; index++)
      draft.putCard(id(`n${index}`), { type: index < 2 ? "project" : "note", title: "" }, null);
    for (let index = 0; index < links; index++)
      draft.putLink(`l${index}` as LinkId, { type: "depends_on", from: "n0", to: `n${1 + index}` });
  });
  return map;
}

/** Does it, and says what came of it: how many were added, or why nothing was. */
function attempt(map: MapDoc, act: (draft: MapDraft) => unknown): number | string {
  const before = map.cardIds().length + map.linkIds().length;
  let wrote = 0;
  const count = () => {
    wrote++;
  };
  map.doc.on("update", count);
  try {
    edit(map, here, act);
    return map.cardIds().length + map.linkIds().length - before;
  } catch (error) {
    expect(wrote).toBe(0);
    return (error as { code: string }).code;
  } finally {
    map.doc.off("update", count);
  }
}

const lines = (count: number) =>
  outlineCards(
    Array.from({ length: count }, (_, index) => ({ depth: 0, title: `Line ${index}`, rest: "" })),
    { type: "note", level: null, home: null },
    "one",
  ).copied;
const paste = (count: number) => (draft: MapDraft) =>
  pasteCards(draft, { copied: lines(count), sameMap: true, by: [0, 0] });

describe("a full map", () => {
  it("[OP31] takes the last cards it has room for and not one more, whichever way they come", () => {
    const map = mapWith(MAP_LIMITS.cards - 3);
    expect(attempt(map, paste(4))).toBe("map_full");
    expect(attempt(map, paste(2))).toBe(2);
    expect(attempt(map, (draft) => duplicateCards(draft, { cards: [id("n0"), id("n1")] }))).toBe("map_full");
    expect(attempt(map, (draft) => addCard(draft, { type: "note" }))).toBe(1);
    expect(attempt(map, (draft) => addCard(draft, { type: "note" }))).toBe("map_full");
    expect(takeSnapshot(map).cards.size).toBe(MAP_LIMITS.cards);
    edit(map, here, (draft) => removeCard(draft, { card: id("n5"), children: "none" }));
    expect(attempt(map, (draft) => addCard(draft, { type: "note" }))).toBe(1);
  });

  it("[OP31] takes no link beyond its limit, and no copies whose links would pass it", () => {
    const map = mapWith(2, MAP_LIMITS.links);
    expect(
      attempt(map, (draft) => addLink(draft, { type: "depends_on", from: id("n1"), to: id("n0") })),
    ).toBe("circle");
    expect(attempt(map, (draft) => duplicateCards(draft, { cards: [id("n0"), id("n1")] }))).toBe("map_full");
    edit(map, here, (draft) => removeLink(draft, { link: "l7" as LinkId }));
    expect(attempt(map, (draft) => duplicateCards(draft, { cards: [id("n0"), id("n1")] }))).toBe(3);
    expect(attempt(map, (draft) => duplicateCards(draft, { cards: [id("n0"), id("n1")] }))).toBe("map_full");
  });
});
