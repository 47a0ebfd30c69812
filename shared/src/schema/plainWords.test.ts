import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addCard, editField } from "../ops/cards.ts";
import { edit, LocalOrigin } from "../ops/edit.ts";
import { importMap } from "../ops/importMap.ts";
import { addLink } from "../ops/links.ts";
import { putRecords } from "../ops/records.ts";
import { editSetting } from "../ops/settings.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { CardId } from "./ids.ts";
import { MapDoc, type MapDraft } from "./mapDoc.ts";
import { decodeMapFile } from "./mapFile.ts";
import { MAP_LIMITS } from "./mapLimits.ts";
import { plainWords } from "./plainWords.ts";

const NOISE = "\u0000\u0007\u001B\u007F\u202E\u202A";
const id = (text: string) => text as CardId;

function mapAfter(write: (draft: MapDraft) => void) {
  const map = new MapDoc(new Y.Doc());
  edit(map, new LocalOrigin(), write);
  return takeSnapshot(map);
}

describe("signs that show nothing", () => {
  it("[OP32] are in no field, record, link or setting that was written, typed or pasted", () => {
    const { cards, links, settings } = mapAfter((draft) => {
      addCard(draft, { id: id("m"), type: "mission", fields: { title: `Clean${NOISE} air` } });
      addCard(draft, { id: id("a"), type: "actor", fields: { title: "City" } });
      editField(draft, { card: id("a"), field: "title", value: `${NOISE}City council` });
      editField(draft, {
        card: id("m"),
        field: "rubric",
        value: { scale: [{ score: 1, label: `Low${NOISE}` }] },
      });
      putRecords(draft, { card: id("m"), list: "phases", records: [{ name: `Begin${NOISE}` }] });
      addLink(draft, {
        type: "responsible",
        from: id("a"),
        to: id("m"),
        fields: { role: "accountable", note: `by ${NOISE}law` },
      });
      editSetting(draft, { field: "title", value: `The${NOISE} map` });
    });
    expect(cards.get(id("m"))).toMatchObject({
      title: "Clean air",
      rubric: { scale: [{ score: 1, label: "Low" }] },
      phases: [{ name: "Begin" }],
    });
    expect(cards.get(id("a"))?.title).toBe("City council");
    expect([...links.values()][0]).toMatchObject({ note: "by law" });
    expect(settings.title).toBe("The map");
  });

  it("[OP32] are not taken from a file either; nothing else of it is lost", () => {
    const { file } = decodeMapFile(
      {
        title: "Map",
        cards: [
          { id: "m", type: "mission", title: `Clean${NOISE} air`, summary: "One\tline\r\nand another" },
        ],
        links: [],
      },
      MAP_LIMITS,
    );
    if (!file) throw new Error("the file fits");
    expect(mapAfter((draft) => importMap(draft, file)).cards.get(id("m"))).toMatchObject({
      title: "Clean air",
      summary: "One\tline\r\nand another",
    });
  });

  it("leave everything else as it is, to the very object", () => {
    const value = { words: ["שלום", "👩‍🌾", "a\u2066b\u2069", "\t\n\r"], none: null, figure: 3 };
    expect(plainWords(value)).toBe(value);
  });
});
