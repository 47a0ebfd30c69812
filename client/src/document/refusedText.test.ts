import { addCard, editField } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readableText } from "./refusedText.ts";

/** What a tab writes after it has been connected: the updates of `change`, not of the map before it. */
function updatesOf(change: (map: MapDoc) => void): Uint8Array[] {
  const map = new MapDoc(new Y.Doc());
  const updates: Uint8Array[] = [];
  map.doc.on("update", (update: Uint8Array) => updates.push(update));
  change(map);
  return updates;
}

describe("words of edits that did not reach the map", () => {
  it("gives a field typed letter by letter once, as it stood last", () => {
    const updates = updatesOf((map) => {
      const id = edit(map, new LocalOrigin(), (draft) => addCard(draft, { type: "project" }));
      for (const title of ["R", "Re", "Retrofit hubs"])
        edit(map, new LocalOrigin(), (draft) => editField(draft, { card: id, field: "title", value: title }));
    });
    expect(readableText(updates)).toEqual(["Retrofit hubs"]);
  });

  it("puts typed rich text together", () => {
    const updates = updatesOf((map) => {
      const body = map.doc.getXmlFragment("body:a");
      const text = new Y.XmlText();
      body.insert(0, [text]);
      for (const [index, letter] of [..."warm homes"].entries()) text.insert(index, letter);
    });
    expect(readableText(updates)).toEqual(["warm homes"]);
  });

  it("leaves out ids, types, listed values and dates", () => {
    const updates = updatesOf((map) => {
      edit(map, new LocalOrigin(), (draft) =>
        addCard(draft, {
          type: "project",
          fields: {
            title: "Solar roofs",
            status: "in_delivery",
            start: "2024-05",
            summary: "On every school",
          },
        }),
      );
    });
    expect(readableText(updates)).toEqual(["Solar roofs", "On every school"]);
  });

  it("reads an update that builds on changes nobody else has", () => {
    const map = new MapDoc(new Y.Doc());
    const id = edit(map, new LocalOrigin(), (draft) => addCard(draft, { type: "risk" }));
    let last: Uint8Array | null = null;
    map.doc.on("update", (update: Uint8Array) => {
      last = update;
    });
    edit(map, new LocalOrigin(), (draft) =>
      editField(draft, { card: id, field: "title", value: "Skills gap" }),
    );
    expect(readableText(last ? [last] : [])).toEqual(["Skills gap"]);
  });
});
