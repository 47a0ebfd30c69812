import { addCard } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import type { TFunction } from "i18next";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { BesideSteps, hasWritten } from "../../document/besideSteps.ts";
import { cellWordsOf } from "../../workspace/values/cellWords.ts";
import { draftKey, draftOf, keepDraft } from "../../workspace/values/draftStore.ts";
import type { PastedBlock } from "../../workspace/values/pastedBlock.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { plainCells } from "./cellCopies.ts";
import { TableChanges } from "./changes.ts";
import { columnsOf } from "./columns.ts";
import { joinedOf } from "./joined.ts";
import type { Scene } from "./tableScene.ts";
import { blankOf, tableStoreOf } from "./tableStore.ts";

const id = (text: string) => text as CardId;
const t = ((key: string) => key.replace(/^.*\./, "")) as TFunction;
const CURRENCY = "GBP";

beforeEach(() => workspaceStore.getState().reset());

/** A table over a real map: two projects, one risk, and whatever `show` puts on screen. */
function table() {
  const map = new MapDoc(new Y.Doc());
  edit(map, new LocalOrigin(), (draft) => {
    addCard(draft, {
      id: id("a"),
      type: "project",
      fields: { title: "Apron", cost: { amount: 1_000_000, currency: "EUR" } },
    });
    addCard(draft, {
      id: id("b"),
      type: "project",
      fields: { title: "Bridge", cost: { amount: 5, currency: "USD", note: "draft" } },
    });
    addCard(draft, { id: id("r"), type: "risk", fields: { title: "Flood" } });
  });
  const manager = new Y.UndoManager(map.doc, {
    trackedOrigins: new Set([LocalOrigin]),
    captureTimeout: 0,
    captureTransaction: hasWritten,
  });
  const undo = new BesideSteps(manager);
  const store = tableStoreOf(map);
  const getSnapshot = () => takeSnapshot(map);
  const words = {
    t,
    sources: [],
    phases: [],
    cardTitle: (card: CardId) => getSnapshot().cards.get(card)?.title ?? "",
    currency: CURRENCY,
  };
  let scene: Scene;
  let steps = 0;
  const show = (type: CardType, keys: readonly string[]) => {
    const rows = [...getSnapshot().cards.values()]
      .filter((card) => card.type === type)
      .map((card) => card.id);
    const blank = blankOf(store, type, (card) => getSnapshot().cards.has(card));
    scene = {
      type,
      columns: keys.flatMap((key) => columnsOf(type).find((column) => column.key === key) ?? []),
      places: { rows: [...rows, blank], columns: keys },
      blank,
      words,
      cellWords: cellWordsOf(words, getSnapshot, t),
      joined: joinedOf(getSnapshot(), "2026-01-31", "untitled"),
      currency: CURRENCY,
      canEdit: true,
      question: type,
      choose: () => undefined,
    };
    return blank;
  };
  const changes = new TableChanges({
    store,
    edit: (op, args) => {
      steps++;
      return edit(map, new LocalOrigin(), (draft) => op(draft, args));
    },
    undoNotice: () => undefined,
    lastStep: () => undo.last(),
    beside: (step, since) => undo.add(step, since),
    live: { getSnapshot },
    grid: { current: null },
    scene: () => scene,
  });
  const card = (name: string) => getSnapshot().cards.get(id(name)) as unknown as Record<string, unknown>;
  const mark = (from: string, to: string, first: string, last = first) =>
    store.getState().set({ active: { row: id(from), column: first }, anchor: { row: id(to), column: last } });
  return {
    changes,
    show,
    card,
    mark,
    cards: () => [...getSnapshot().cards.values()],
    links: () => [...getSnapshot().links.values()],
    steps: () => steps,
    undo,
  };
}

describe("a sum goes into other cells", () => {
  it("fills down with its currency, in one step", () => {
    const { changes, show, card, mark, steps } = table();
    show("project", ["title", "cost.amount"]);
    mark("a", "b", "cost.amount");
    changes.fillDown();
    expect(card("b").cost).toEqual({ amount: 1_000_000, currency: "EUR", note: "draft" });
    expect(steps()).toBe(1);
    // The same figure in another currency is another sum.
    changes.fillDown();
    expect(steps()).toBe(1);
    changes.putText(id("b"), "cost.currency", "USD");
    changes.fillDown();
    expect(card("b").cost).toMatchObject({ amount: 1_000_000, currency: "EUR" });
  });

  it("is copied with its currency and brought in with it, the map's where it names none", () => {
    const { changes, show, card, mark } = table();
    show("project", ["title", "cost.amount", "cost.low"]);
    changes.putText(id("b"), "cost.currency", "");
    mark("a", "b", "title", "cost.low");
    const { cells, currencies } = changes.copied();
    expect(cells).toEqual([
      ["Apron", 1_000_000, ""],
      ["Bridge", 5, ""],
    ]);
    expect(currencies).toEqual([
      ["", "EUR", ""],
      ["", CURRENCY, ""],
    ]);
    const shown = changes.cells().columns;
    expect(plainCells({ cells, currencies }, shown, CURRENCY)).toEqual([
      ["Apron", "EUR 1000000", ""],
      ["Bridge", `${CURRENCY} 5`, ""],
    ]);
    const named = columnsOf("project").filter(({ key }) => key === "cost.currency");
    expect(plainCells({ cells, currencies }, [...shown, ...named], CURRENCY)).toBe(cells);
    expect(plainCells({ cells: [[5]], currencies: [[CURRENCY]] }, shown.slice(1), CURRENCY)).toEqual([[5]]);
    const bringIn = (values: Record<string, unknown>, row: string, brought: readonly string[]) =>
      changes.bringIn(
        { rows: [{ values, marked: {} }], leftOut: [] },
        { row: id(row), column: "cost.amount", currencies: [brought] },
      );
    bringIn({ "cost.amount": 5 }, "a", [CURRENCY]);
    expect(card("a").cost).toEqual({ amount: 5, currency: CURRENCY });
    // The figure is the same, the currency is not.
    bringIn({ "cost.amount": 5 }, "b", ["EUR"]);
    expect(card("b").cost).toMatchObject({ amount: 5, currency: "EUR" });
    // A currency that is pasted as a cell goes before the one that is brought.
    bringIn({ "cost.amount": 6, "cost.currency": "EUR" }, "b", ["USD", "EUR"]);
    expect(card("b").cost).toMatchObject({ amount: 6, currency: "EUR" });
  });
});

describe("a sum that names its currency", () => {
  it("keeps it when it is typed, offered or pasted", () => {
    const { changes, show, card } = table();
    show("project", ["title", "cost.amount"]);
    changes.putText(id("b"), "cost.amount", "£1,200.50");
    expect(card("b").cost).toMatchObject({ amount: 1200.5, currency: "GBP" });
    changes.putText(id("b"), "cost.amount", "EUR 1200.5");
    expect(card("b").cost).toMatchObject({ amount: 1200.5, currency: "EUR" });
    const row = { values: { "cost.amount": 7 }, marked: {}, currencies: { "cost.amount": "USD" } };
    changes.bringIn({ rows: [row], leftOut: [] }, { row: id("a"), column: "title", currencies: [] });
    expect(card("a").cost).toEqual({ amount: 7, currency: "USD" });
  });
});

describe("taking back a paste", () => {
  const MARK = { text: "ten", reason: { code: "not_a_number", hints: [] } } as const;
  const paste = (changes: TableChanges, row: string, rows: PastedBlock["rows"]) =>
    changes.bringIn({ rows, leftOut: [] }, { row: id(row), column: "title", currencies: [] });
  const markOf = (row: string) => draftOf(draftKey(row, "cost.amount"))?.text ?? null;

  it("takes the marked texts along, and brings them again", () => {
    const { changes, show, undo, cards } = table();
    const blank = show("project", ["title", "cost.amount"]);
    changes.putText(id("a"), "cost.amount", "about one");
    paste(changes, "a", [
      { values: { "cost.amount": 7 }, marked: {} },
      { values: { title: "Bridges" }, marked: { "cost.amount": MARK } },
      { values: { title: "Canopy" }, marked: { "cost.amount": MARK } },
    ]);
    const marks = () => ["a", "b", blank].map(markOf);
    expect(marks()).toEqual([null, "ten", "ten"]);
    undo.go("undo");
    expect(marks()).toEqual(["about one", null, null]);
    expect(cards().map(({ title }) => title)).toEqual(expect.arrayContaining(["Apron", "Bridge", "Flood"]));
    expect(cards()).toHaveLength(3);
    undo.go("redo");
    expect(marks()).toEqual([null, "ten", "ten"]);
    expect(cards()).toHaveLength(4);
    // Typed since: it stays.
    changes.putText(id("b"), "cost.amount", "twelve or so");
    undo.go("undo");
    undo.go("undo");
    undo.go("undo");
    expect(marks()).toEqual([null, null, null]);
  });

  it("leaves the edit before it alone when nothing of it fitted", () => {
    const { changes, show, undo, card } = table();
    show("project", ["title", "cost.amount"]);
    changes.putText(id("a"), "cost.amount", "5");
    const step = undo.last();
    paste(changes, "a", [
      { values: {}, marked: { "cost.amount": MARK } },
      { values: {}, marked: { "cost.amount": MARK } },
    ]);
    undo.go("undo");
    expect([markOf("a"), markOf("b")]).toEqual([null, null]);
    expect(card("a").cost).toMatchObject({ amount: 5 });
    expect(undo.last()).toBe(step);
  });

  it("makes no step of a paste that says what is there already", () => {
    const { changes, show, undo } = table();
    show("project", ["title", "cost.amount"]);
    paste(changes, "a", [{ values: { title: "Apron" }, marked: {} }]);
    expect(undo.can("undo")).toBe(false);
  });
});

describe("cells that name other cards", () => {
  const COLUMNS = ["title", "home", "role.accountable", "contributions"];
  /** A challenge to be part of, and two actors. */
  function names() {
    const all = table();
    for (const [type, title] of [
      ["challenge", "Buses"],
      ["actor", "City council"],
      ["actor", "Homes, health and care"],
    ] as const) {
      const blank = all.show(type, ["title"]);
      all.changes.putText(blank, "title", title);
    }
    const draw = () => all.show("project", COLUMNS);
    draw();
    const idOf = (title: string) => all.cards().find((card) => card.title === title)?.id;
    const roles = () =>
      all
        .links()
        .map((link) => [link.from, link.to] as const)
        .sort();
    const from = all.steps();
    return { ...all, draw, idOf, roles, steps: () => all.steps() - from };
  }
  const block = (...rows: Record<string, unknown>[]) => ({
    rows: rows.map((values) => ({ values, marked: {} })),
    asks: { number: null, date: null },
    leftOut: [],
  });
  const at = (row: string) => ({ row: id(row), column: "title", currencies: [] });

  it("brings a pasted list its homes and who answers in one step, rows of the block among them", () => {
    const { changes, draw, card, cards, idOf, roles, steps } = names();
    const blank = draw();
    changes.bringIn(
      block(
        { title: "Shelters", home: "Depot", "role.accountable": "homes, health and care" },
        { title: "Depot", home: "BUSES", "role.accountable": "City council" },
      ),
      at(blank),
    );
    expect(steps()).toBe(1);
    const depot = cards().find(({ title }) => title === "Depot");
    expect(depot?.home).toBe(idOf("Buses"));
    expect(cards().find(({ title }) => title === "Shelters")?.home).toBe(depot?.id);
    expect(roles()).toHaveLength(2);
    expect(card("a").home).toBeNull();
  });

  it("keeps what names no card or leads in a circle as a marked cell", () => {
    const { changes, draw, card, steps } = names();
    changes.bringIn(
      block(
        { home: "Bus", "role.accountable": "City counsil", contributions: "2 t" },
        { home: "Apron", "role.accountable": null, contributions: null },
      ),
      at("a"),
    );
    expect(draftOf(draftKey(id("a"), "home"))).toMatchObject({ text: "Bus", reason: { code: "no_card" } });
    expect(draftOf(draftKey(id("a"), "role.accountable"))?.reason?.hints).toEqual(["City council"]);
    expect(draftOf(draftKey(id("a"), "contributions"))).toMatchObject({ reason: { code: "in_card" } });
    expect(draftOf(draftKey(id("b"), "contributions"))).toBeNull();
    expect(card("b").home).toBe("a");
    draw();
    changes.putText(id("a"), "home", "bridge");
    expect(draftOf(draftKey(id("a"), "home"))).toMatchObject({ text: "bridge", reason: { code: "circle" } });
    expect(card("a").home).toBeNull();
    expect(steps()).toBe(2);
  });

  it("fills a home and a role down, replaces who answers, and empties both", () => {
    const { changes, draw, card, idOf, mark, roles, steps } = names();
    changes.putText(id("a"), "home", "Buses");
    changes.putText(id("a"), "role.accountable", "City council");
    draw();
    mark("a", "b", "home", "role.accountable");
    changes.fillDown();
    expect(card("b").home).toBe(idOf("Buses"));
    const city = idOf("City council");
    expect(roles()).toEqual([
      [city, "a"],
      [city, "b"],
    ]);
    expect(steps()).toBe(3);
    draw();
    expect(changes.copied().cells).toEqual([
      ["Buses", "City council"],
      ["Buses", "City council"],
    ]);
    changes.putText(id("b"), "role.accountable", "Homes, health and care");
    draw();
    expect(roles()).toEqual(expect.arrayContaining([[idOf("Homes, health and care"), "b"]]));
    expect(roles()).toHaveLength(2);
    mark("a", "b", "home", "role.accountable");
    changes.clear();
    expect(roles()).toEqual([]);
    expect([card("a").home, card("b").home]).toEqual([null, null]);
    expect(steps()).toBe(5);
  });
});

describe("copying and cutting marked cells", () => {
  it("takes the text that is seen, of the blank row too", () => {
    const { changes, show, mark } = table();
    const blank = show("project", ["title", "cost.amount"]);
    changes.putText(id("b"), "cost.amount", "about twelve");
    changes.putText(blank, "cost.amount", "later");
    mark("b", blank, "title", "cost.amount");
    expect(changes.copied()).toEqual({
      cells: [
        ["Bridge", "about twelve"],
        [null, "later"],
      ],
      currencies: [
        ["", ""],
        ["", ""],
      ],
    });
    changes.clear();
    expect(draftOf(draftKey("b", "cost.amount"))).toBeNull();
    // A blank row without words is no row.
    mark("b", blank, "cost.amount");
    expect(changes.copied().cells).toEqual([[5]]);
  });
});

describe("editing ticked rows together", () => {
  it("leaves out selected cards that are no rows here", () => {
    const { changes, show } = table();
    show("project", ["title"]);
    workspaceStore.getState().selectCards([id("a"), id("r"), id("b")]);
    changes.editTicked();
    expect(workspaceStore.getState().selection.cards).toEqual(["a", "b"]);
    expect(workspaceStore.getState().panelAsked).toBe(1);
  });
});

describe("a cell being written while the table goes to another type", () => {
  it("is written on its card, though the new table has no such column", () => {
    const { changes, show, card, mark } = table();
    show("project", ["title", "cost.amount"]);
    mark("b", "b", "cost.amount");
    changes.write(true);
    show("risk", ["title"]);
    changes.finish("77", null, false);
    expect(card("b").cost).toEqual({ amount: 77, currency: "USD", note: "draft" });
  });

  it("becomes a card of the type it was written in, and a marked cell where it does not fit", () => {
    const { changes, show, mark, cards } = table();
    const blank = show("project", ["title", "cost.amount"]);
    mark(blank, blank, "title");
    changes.write(true);
    show("risk", ["title"]);
    changes.finish("Shelter", null, false);
    expect(cards().find(({ title }) => title === "Shelter")).toMatchObject({ id: blank, type: "project" });

    show("project", ["title", "cost.amount"]);
    mark("b", "b", "cost.amount");
    changes.write(true);
    show("risk", ["title"]);
    changes.finish("about twelve", null, false);
    expect(draftOf(draftKey("b", "cost.amount"))?.text).toBe("about twelve");
    keepDraft(draftKey("b", "cost.amount"), null);
  });
});
