import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { takeSnapshot } from "../read/observe.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import type { CardOf } from "../schema/values.ts";
import { addCard, duplicateCards, editField, removeCard, setLensTags } from "./cards.ts";
import { edit, LayoutOrigin, LocalOrigin, RemoteOrigin } from "./edit.ts";
import { editHomeLink, moveHome, reorder } from "./home.ts";
import { placeCards, tidyCards } from "./layout.ts";
import { addLink, editLinkField, removeLink } from "./links.ts";
import { OpError, type OpErrorCode } from "./opError.ts";
import { putRecord, putRecords, removeRecord } from "./records.ts";
import { editSetting } from "./settings.ts";

const id = (text: string) => text as CardId;

/** One mission, two challenges, a project and an actor, as a person would start. */
function smallMap() {
  const map = new MapDoc(new Y.Doc());
  edit(map, new LocalOrigin(), (draft) => {
    addCard(draft, { id: id("m"), type: "mission", fields: { title: "Carbon neutral" } });
    addCard(draft, { id: id("c1"), type: "challenge", fields: { title: "Heat" }, home: id("m") });
    addCard(draft, { id: id("c2"), type: "challenge", fields: { title: "Move" }, home: id("m") });
    addCard(draft, { id: id("p"), type: "project", fields: { title: "Retrofit" }, home: id("c1") });
    addCard(draft, { id: id("a"), type: "actor", fields: { title: "Council" } });
  });
  return map;
}

/** A second person's copy of the same map. */
function copyOf(map: MapDoc): MapDoc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(map.doc));
  return new MapDoc(doc);
}

function exchange(one: MapDoc, other: MapDoc) {
  const remote = new RemoteOrigin();
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), remote);
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc), remote);
}

const here = new LocalOrigin();
const card = (map: MapDoc, name: string) => takeSnapshot(map).cards.get(id(name));
const links = (map: MapDoc) => [...takeSnapshot(map).links.values()];

/** Runs an operation that must be refused; the document must not have changed. */
function refused(map: MapDoc, code: OpErrorCode, change: Parameters<typeof edit<unknown>>[2]): OpError {
  const before = Y.encodeStateVector(map.doc);
  let caught: unknown;
  try {
    edit(map, here, change);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(OpError);
  expect((caught as OpError).code).toBe(code);
  expect(Y.encodeStateVector(map.doc)).toEqual(before);
  return caught as OpError;
}

describe("what is refused", () => {
  it("[OP1] leaves the document as it was: unknown cards, fields, links and taken ids", () => {
    const map = smallMap();
    refused(map, "unknown_card", (draft) => editField(draft, { card: id("x"), field: "title", value: "" }));
    refused(map, "unknown_field", (draft) =>
      editField(draft, { card: id("m"), field: "maturity", value: "scale" }),
    );
    refused(map, "unknown_field", (draft) => editField(draft, { card: id("m"), field: "phases", value: [] }));
    refused(map, "already_there", (draft) => addCard(draft, { id: id("m"), type: "mission" }));
    refused(map, "unknown_link", (draft) => removeLink(draft, { link: "nothing" as never }));
    refused(map, "unknown_card", (draft) =>
      placeCards(draft, {
        cards: [
          { id: id("p"), pos: [1, 1] },
          { id: id("x"), pos: [1, 1] },
        ],
      }),
    );
    refused(map, "invalid_value", (draft) => editSetting(draft, { field: "currency", value: "pounds" }));
  });

  it("[OP2] names the reason and the place inside the value", () => {
    const map = smallMap();
    const cost = { amount: "much", currency: "GBP" };
    const error = refused(map, "invalid_value", (draft) =>
      editField(draft, { card: id("p"), field: "cost", value: cost }),
    );
    expect(error.misfit).toEqual({ code: "not_a_number", path: ["amount"] });
    const late = refused(map, "invalid_value", (draft) =>
      editField(draft, { card: id("p"), field: "start", value: "2021-02-30" }),
    );
    expect(late.misfit?.code).toBe("not_a_date");
    const long = refused(map, "invalid_value", (draft) =>
      editField(draft, { card: id("p"), field: "title", value: "x".repeat(121) }),
    );
    expect(long.misfit).toEqual({ code: "too_long", path: [], limit: 120 });
    refused(map, "invalid_value", (draft) => setLensTags(draft, { card: id("p"), lens: "sdg", tags: [18] }));
    refused(map, "invalid_value", (draft) =>
      putRecord(draft, { card: id("m"), list: "phases", record: { name: "One", leadLevel: "galactic" } }),
    );
  });
});

describe("fields and lists", () => {
  it("[OP3] keeps both of two fields, two records and two lenses written at once", () => {
    const one = smallMap();
    const other = copyOf(one);
    edit(one, here, (draft) => {
      editField(draft, { card: id("p"), field: "status", value: "approved" });
      putRecord(draft, { card: id("p"), list: "figures", record: { label: "Homes", value: 10 } });
      setLensTags(draft, { card: id("p"), lens: "sdg", tags: [7] });
    });
    edit(other, here, (draft) => {
      editField(draft, { card: id("p"), field: "level", value: "municipal" });
      putRecord(draft, { card: id("p"), list: "figures", record: { label: "Jobs", value: 3 } });
      setLensTags(draft, { card: id("p"), lens: "sphere", tags: ["capital"] });
    });
    exchange(one, other);
    const project = card(one, "p") as CardOf<"project">;
    expect(project).toMatchObject({
      status: "approved",
      level: "municipal",
      lenses: { sdg: [7], sphere: ["capital"] },
    });
    expect(project.figures?.map((figure) => figure.label).sort()).toEqual(["Homes", "Jobs"]);
    expect(card(other, "p")).toEqual(project);
  });

  it("[OP4] clears a value the card was made with, and a record", () => {
    const map = smallMap();
    edit(map, here, (draft) => {
      addCard(draft, {
        id: id("k"),
        type: "indicator",
        fields: { title: "CO2", unit: "kt", targets: [{ id: "t1" as never, date: "2038", value: 600 }] },
      });
      editField(draft, { card: id("k"), field: "unit", value: null });
      removeRecord(draft, { card: id("k"), list: "targets", id: "t1" });
    });
    const indicator = card(map, "k") as CardOf<"indicator">;
    expect(indicator.unit).toBeNull();
    expect(indicator.targets).toBeUndefined();
    edit(map, here, (draft) => editField(draft, { card: id("k"), field: "title", value: null }));
    expect(card(map, "k")?.title).toBe("");
  });

  it("[OP5] makes a prompt an ordinary card whatever is edited", () => {
    const edits: ((draft: Parameters<typeof editField>[0]) => void)[] = [
      (draft) => editField(draft, { card: id("q"), field: "title", value: "Ours" }),
      (draft) => setLensTags(draft, { card: id("q"), lens: "sdg", tags: [1] }),
      (draft) => void putRecord(draft, { card: id("q"), list: "figures", record: { label: "Homes" } }),
      (draft) => placeCards(draft, { cards: [{ id: id("q"), pos: [0, 0], level: "national" }] }),
    ];
    for (const change of edits) {
      const map = smallMap();
      edit(map, here, (draft) =>
        addCard(draft, { id: id("q"), type: "project", fields: { placeholder: true } }),
      );
      expect(card(map, "q")?.placeholder).toBe(true);
      edit(map, here, change);
      expect(card(map, "q")?.placeholder).toBeNull();
    }
  });
});

describe("homes and order", () => {
  it("[OP6] refuses a home that may not hold the card, and a circle", () => {
    const map = smallMap();
    refused(map, "wrong_home", (draft) => moveHome(draft, { card: id("p"), home: id("a") }));
    refused(map, "wrong_home", (draft) => addCard(draft, { type: "challenge", home: id("p") }));
    edit(map, here, (draft) => moveHome(draft, { card: id("c2"), home: id("c1") }));
    refused(map, "circle", (draft) => moveHome(draft, { card: id("c1"), home: id("c2") }));
    refused(map, "circle", (draft) => moveHome(draft, { card: id("c1"), home: id("c1") }));
  });

  it("[OP7] changes only the moved card, and mends siblings that share a key", () => {
    const map = smallMap();
    const before = takeSnapshot(map);
    edit(map, here, (draft) => reorder(draft, { card: id("c2"), before: id("c1") }));
    const after = takeSnapshot(map);
    expect(after.cards.get(id("c1"))).toEqual(before.cards.get(id("c1")));
    expect(String(after.cards.get(id("c2"))?.order) < String(after.cards.get(id("c1"))?.order)).toBe(true);
    const other = copyOf(map);
    edit(map, here, (draft) => addCard(draft, { id: id("c3"), type: "challenge", home: id("m") }));
    edit(other, here, (draft) => addCard(draft, { id: id("c4"), type: "challenge", home: id("m") }));
    exchange(map, other);
    expect(card(map, "c3")?.order).toBe(card(map, "c4")?.order);
    edit(map, here, (draft) => reorder(draft, { card: id("c2"), before: id("c4") }));
    const keys = ["c1", "c3", "c2", "c4"].map((name) => String(card(map, name)?.order));
    expect(keys).toEqual([...keys].sort());
    expect(new Set(keys).size).toBe(4);
  });
});

describe("removing and copying", () => {
  it("[OP8] removes links and text, and sends children to the parent, to a card, or with it", () => {
    const fresh = () => {
      const map = smallMap();
      edit(map, here, (draft) => {
        addLink(draft, { type: "responsible", from: id("a"), to: id("c1"), fields: { role: "accountable" } });
        draft.writeBody(id("c1"), {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: "Why" }] }],
        });
      });
      return map;
    };
    const toCard = fresh();
    edit(toCard, here, (draft) => removeCard(draft, { card: id("c1"), children: id("c2") }));
    expect(card(toCard, "p")?.home).toBe("c2");
    expect(links(toCard)).toEqual([]);
    expect(toCard.linkIds()).toEqual([]);
    expect(toCard.hasBody(id("c1"))).toBe(false);
    const toParent = fresh();
    edit(toParent, here, (draft) => removeCard(draft, { card: id("c1"), children: "parent" }));
    expect(card(toParent, "p")?.home).toBe("m");
    const withIt = fresh();
    edit(withIt, here, (draft) => removeCard(draft, { card: id("m"), children: "remove" }));
    expect([...takeSnapshot(withIt).cards.keys()]).toEqual(["a"]);
  });

  it("[OP9] leaves a child without a home where the chosen one cannot hold it", () => {
    const map = smallMap();
    edit(map, here, (draft) => {
      addCard(draft, { id: id("sub"), type: "project", home: id("p") });
      addCard(draft, { id: id("i"), type: "instrument", home: id("c1") });
      removeCard(draft, { card: id("c1"), children: id("sub") });
    });
    expect(card(map, "i")?.home).toBeNull();
    expect(card(map, "p")?.home).toBeNull();
    expect(card(map, "sub")?.home).toBe("p");
  });

  it("[OP10] copies fields, lists, text and inner links under new ids", () => {
    const map = smallMap();
    edit(map, here, (draft) => {
      putRecord(draft, { card: id("p"), list: "figures", record: { label: "Homes", value: 10 } });
      addLink(draft, { type: "responsible", from: id("a"), to: id("p"), fields: { role: "accountable" } });
      draft.writeBody(id("p"), {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "How" }] }],
      });
      placeCards(draft, { cards: [{ id: id("p"), pos: [10, 20] }] });
    });
    const [project, actor] = edit(map, here, (draft) => duplicateCards(draft, { cards: [id("p"), id("a")] }));
    const copy = card(map, String(project)) as CardOf<"project">;
    expect(copy).toMatchObject({ title: "Retrofit", home: "c1", pos: [34, 44] });
    expect(copy.figures?.[0]).toMatchObject({ label: "Homes", value: 10 });
    expect(map.body(project as CardId).toString()).toContain("How");
    expect(links(map).some((link) => link.from === actor && link.to === project)).toBe(true);
    expect(links(map)).toHaveLength(2);
  });
});

describe("links", () => {
  it("[OP11] refuses ends the table does not allow, doubles, circles and a role left out", () => {
    const map = smallMap();
    refused(map, "ends_not_allowed", (draft) =>
      addLink(draft, { type: "funds", from: id("a"), to: id("p") }),
    );
    refused(map, "ends_not_allowed", (draft) =>
      addLink(draft, { type: "member_of", from: id("a"), to: id("a") }),
    );
    refused(map, "field_missing", (draft) =>
      addLink(draft, { type: "responsible", from: id("a"), to: id("p") }),
    );
    const first = edit(map, here, (draft) => {
      addCard(draft, { id: id("b"), type: "actor" });
      addLink(draft, { type: "member_of", from: id("a"), to: id("b") });
      addLink(draft, { type: "responsible", from: id("a"), to: id("p"), fields: { role: "consulted" } });
      return addLink(draft, {
        type: "responsible",
        from: id("a"),
        to: id("p"),
        fields: { role: "accountable" },
      });
    });
    refused(map, "circle", (draft) => addLink(draft, { type: "member_of", from: id("b"), to: id("a") }));
    refused(map, "already_linked", (draft) =>
      addLink(draft, { type: "responsible", from: id("a"), to: id("p"), fields: { role: "accountable" } }),
    );
    refused(map, "already_linked", (draft) =>
      editLinkField(draft, { link: first as never, field: "role", value: "consulted" }),
    );
    refused(map, "field_missing", (draft) =>
      editLinkField(draft, { link: first as never, field: "role", value: null }),
    );
    edit(map, here, (draft) => editLinkField(draft, { link: first as never, field: "phase", value: "ph1" }));
    expect(links(map).find((link) => link.id === first)).toMatchObject({ phase: "ph1", role: "accountable" });
  });

  it("[OP12] keeps part_of as the home and nowhere else", () => {
    const map = smallMap();
    const made = edit(map, here, (draft) => addLink(draft, { type: "part_of", from: id("p"), to: id("c2") }));
    expect(made).toBeNull();
    expect(card(map, "p")?.home).toBe("c2");
    expect(map.linkIds()).toEqual([]);
  });
});

describe("blocks of records and links to a home", () => {
  const withIndicator = () => {
    const map = smallMap();
    edit(map, here, (draft) =>
      addCard(draft, { id: id("k"), type: "indicator", fields: { title: "Homes" } }),
    );
    return map;
  };
  const actuals = (map: MapDoc) => (card(map, "k") as CardOf<"indicator">).actuals ?? [];
  const block = [
    { date: "2020", value: 10, source: "census" },
    { date: "2021", value: 20, source: "census" },
    { date: "2021", value: 21, source: "survey" },
  ];

  it("[OP17] lays a record over the one of its date and source, so a block brought in twice is there once", () => {
    const map = withIndicator();
    const put = (records: readonly Record<string, unknown>[]) =>
      edit(map, here, (draft) => putRecords(draft, { card: id("k"), list: "actuals", records }));
    expect(put(block)).toMatchObject({ added: 3, replaced: 0 });
    const before = Y.encodeStateVector(map.doc);
    expect(put(block)).toMatchObject({ added: 0, replaced: 3 });
    expect(Y.encodeStateVector(map.doc)).toEqual(before);
    put([{ date: "2021", source: "census", note: "Revised" }]);
    expect(actuals(map).map(({ date, value, note }) => [date, value, note])).toEqual([
      ["2020", 10, undefined],
      ["2021", 20, "Revised"],
      ["2021", 21, undefined],
    ]);
    expect(put([{ value: 5 }, { value: 5 }])).toMatchObject({ added: 2 });
  });

  it("[OP17] writes none of a block when one of it does not fit, or when the list would be too long", () => {
    const map = withIndicator();
    const error = refused(map, "invalid_value", (draft) =>
      putRecords(draft, { card: id("k"), list: "actuals", records: [...block, { value: "many" }] }),
    );
    expect(error.misfit?.path).toEqual([3, "value"]);
    const long = Array.from({ length: 10_001 }, (_, index) => ({ value: index }));
    const full = refused(map, "invalid_value", (draft) =>
      putRecords(draft, { card: id("k"), list: "actuals", records: long }),
    );
    expect(full.misfit).toMatchObject({ code: "too_many", limit: 10_000 });
    expect(actuals(map)).toEqual([]);
  });

  it("[OP18] keeps a note on the link to the home until the card moves", () => {
    const map = smallMap();
    const note = (value: string | null) =>
      edit(map, here, (draft) => editHomeLink(draft, { card: id("p"), field: "note", value }));
    note("Agreed in May");
    expect(card(map, "p")?.homeLink).toEqual({ note: "Agreed in May" });
    note(null);
    expect(card(map, "p")?.homeLink).toBeNull();
    note("Again");
    edit(map, here, (draft) => moveHome(draft, { card: id("p"), home: id("c2") }));
    expect(card(map, "p")?.homeLink).toBeNull();
    refused(map, "unknown_field", (draft) => editHomeLink(draft, { card: id("p"), field: "id", value: "x" }));
    refused(map, "unknown_link", (draft) =>
      editHomeLink(draft, { card: id("m"), field: "note", value: "x" }),
    );
  });
});

describe("places", () => {
  it("[OP13] sets the level of a laned card put into another lane, and of no other", () => {
    const map = smallMap();
    edit(map, here, (draft) =>
      placeCards(draft, {
        cards: [
          { id: id("p"), pos: [10.4, 20.6], level: "national" },
          { id: id("c1"), pos: [5, 5], level: "national" },
        ],
      }),
    );
    expect(card(map, "p")).toMatchObject({ level: "national", pos: [10, 21] });
    expect(card(map, "c1")).toMatchObject({ pos: [5, 5] });
    expect((card(map, "c1") as CardOf<"challenge">).level).toBeUndefined();
  });

  it("[OP14] gives places back when the level is edited or on Tidy", () => {
    const map = smallMap();
    const put = () =>
      edit(map, here, (draft) => placeCards(draft, { cards: [{ id: id("p"), pos: [1, 2] }] }));
    put();
    edit(map, here, (draft) => editField(draft, { card: id("p"), field: "level", value: "regional" }));
    expect(card(map, "p")?.pos).toBeNull();
    put();
    edit(map, new LayoutOrigin(), (draft) => tidyCards(draft, { cards: "all" }));
    expect(card(map, "p")?.pos).toBeNull();
  });
});

describe("undo", () => {
  const undoOf = (map: MapDoc) =>
    new Y.UndoManager(map.doc, { trackedOrigins: new Set([LocalOrigin, LayoutOrigin]), captureTimeout: 0 });

  it("[OP15] takes back own work only, brings a removed card back whole, and keeps what another wrote since", () => {
    const one = smallMap();
    edit(one, here, (draft) =>
      draft.writeBody(id("p"), {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "How" }] }],
      }),
    );
    const other = copyOf(one);
    const undo = undoOf(one);
    edit(one, here, (draft) => editField(draft, { card: id("p"), field: "title", value: "Mine" }));
    edit(one, here, (draft) => editField(draft, { card: id("p"), field: "summary", value: "Mine" }));
    exchange(one, other);
    edit(other, here, (draft) => editField(draft, { card: id("p"), field: "title", value: "Theirs" }));
    exchange(one, other);
    undo.undo();
    undo.undo();
    expect(card(one, "p")?.title).toBe("Theirs");
    expect(card(one, "p")?.summary ?? null).toBeNull();
    edit(one, here, (draft) => removeCard(draft, { card: id("p"), children: "none" }));
    undo.undo();
    expect(card(one, "p")?.title).toBe("Theirs");
    expect(one.body(id("p")).toString()).toContain("How");
  });
});
