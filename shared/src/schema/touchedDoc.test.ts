import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addCard, editField, removeCard } from "../ops/cards.ts";
import { edit, LocalOrigin } from "../ops/edit.ts";
import { moveHome, reorder } from "../ops/home.ts";
import { placeCards } from "../ops/layout.ts";
import { addLink, editLinkField, removeLink } from "../ops/links.ts";
import type { CardId, LinkId } from "./ids.ts";
import { MapDoc, type MapDraft } from "./mapDoc.ts";
import { TouchedDoc } from "./touchedDoc.ts";

/** Two peers: what one does, the other hears as the server would, and tells which cards it touched. */
function world() {
  const page = new Y.Doc();
  const server = new Y.Doc();
  const touched = new TouchedDoc(server);
  const map = new MapDoc(page);
  let told: string[] = [];
  server.on("afterTransaction", (transaction: Y.Transaction) => {
    for (const touch of touched.touchesIn(transaction)) {
      told.push(
        `${touch.kind} ${touch.card}${touch.kind === "removed" ? ` ${touch.title}/${touch.type}` : ""}`,
      );
    }
  });
  /** What was done without a connection; null while there is one. */
  let kept: Uint8Array[] | null = null;
  page.on("update", (update: Uint8Array) => {
    if (kept) kept.push(update);
    else Y.applyUpdate(server, update);
  });
  const heard = () => {
    const now = told.sort();
    told = [];
    return now;
  };
  const undo = new Y.UndoManager(page, { trackedOrigins: new Set([LocalOrigin]), captureTimeout: 0 });
  return {
    page,
    server,
    undo,
    heard,
    /** Does all of it without a connection, and tells what the server makes of it as one update. */
    offline(does: () => void): string[] {
      kept = [];
      does();
      const merged = Y.mergeUpdates(kept);
      kept = null;
      Y.applyUpdate(server, merged);
      return heard();
    },
    act: <Result>(change: (draft: MapDraft) => Result): Result => edit(map, new LocalOrigin(), change),
    after: <Result>(change: (draft: MapDraft) => Result): string[] => {
      edit(map, new LocalOrigin(), change);
      return heard();
    },
  };
}

const names = (told: readonly string[], ...ids: CardId[]) =>
  told.map((line) => ids.reduce((text, id, index) => text.replaceAll(id, `#${index}`), line)).sort();

describe("which cards a change touched", () => {
  it("tells cards added, edited and removed, with the title they had", () => {
    const { act, after, heard } = world();
    const card = act((draft) => addCard(draft, { type: "project", fields: { title: "Bus lanes" } }));
    expect(names(heard(), card)).toEqual(["added #0"]);
    const renamed = after((draft) => editField(draft, { card, field: "title", value: "Bus corridors" }));
    expect(names(renamed, card)).toEqual(["edited #0"]);
    expect(
      names(
        after((draft) => removeCard(draft, { card, children: "remove" })),
        card,
      ),
    ).toEqual(["removed #0 Bus corridors/project"]);
  });

  it("[SYNC54] a place on the canvas and an order among siblings touch nothing, a home does", () => {
    const { act, after, heard } = world();
    const [mission, one, other] = act((draft) => {
      const home = addCard(draft, { type: "mission", fields: { title: "M" } });
      const make = (title: string) => addCard(draft, { type: "challenge", home, fields: { title } });
      return [home, make("One"), make("Other")] as const;
    });
    heard();
    expect(after((draft) => placeCards(draft, { cards: [{ id: one, pos: [5, 5] }] }))).toEqual([]);
    expect(after((draft) => reorder(draft, { card: other, before: one }))).toEqual([]);
    expect(
      names(
        after((draft) => moveHome(draft, { card: one, home: null })),
        mission,
        one,
      ),
    ).toEqual(["edited #1"]);
  });

  it("[SYNC54] a link touches both of its cards when it is added, changed and removed", () => {
    const { act, after, heard } = world();
    const [from, to] = act((draft) => [
      addCard(draft, { type: "actor", fields: { title: "A" } }),
      addCard(draft, { type: "project", fields: { title: "P" } }),
    ]);
    heard();
    const link = act((draft) =>
      addLink(draft, { type: "responsible", from, to, fields: { role: "accountable" } }),
    ) as LinkId;
    expect(names(heard(), from, to)).toEqual(["edited #0", "edited #1"]);
    const changed = after((draft) => editLinkField(draft, { link, field: "role", value: "consulted" }));
    expect(names(changed, from, to)).toEqual(["edited #0", "edited #1"]);
    expect(
      names(
        after((draft) => removeLink(draft, { link })),
        from,
        to,
      ),
    ).toEqual(["edited #0", "edited #1"]);
    act((draft) => addLink(draft, { type: "responsible", from, to, fields: { role: "accountable" } }));
    heard();
    // The link goes with its card; nobody has looked through the card at the other end.
    expect(
      names(
        after((draft) => removeCard(draft, { card: from, children: "remove" })),
        from,
        to,
      ),
    ).toEqual(["removed #0 A/actor"]);
  });

  it("[SYNC54] rich text touches its card, however deep the change lies", () => {
    const { act, page, heard } = world();
    const card = act((draft) => addCard(draft, { type: "project", fields: { title: "P" } }));
    heard();
    const paragraph = new Y.XmlElement("paragraph");
    page.getXmlFragment(`body:${card}`).insert(0, [paragraph]);
    expect(names(heard(), card)).toEqual(["edited #0"]);
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    text.insert(0, "words");
    expect(new Set(names(heard(), card))).toEqual(new Set(["edited #0"]));
  });

  it("tells undo of a removal as a card that is there again, and settings as no card", () => {
    const { act, after, heard, undo, page } = world();
    const card = act((draft) => addCard(draft, { type: "project", fields: { title: "P" } }));
    undo.stopCapturing();
    after((draft) => removeCard(draft, { card, children: "remove" }));
    undo.undo();
    expect(names(heard(), card)).toEqual(["added #0"]);
    page.getMap("map").set("title", "Another");
    expect(heard()).toEqual([]);
  });

  it("[SYNC54] judges what was done offline by what there was before it and what there is after it", () => {
    const { act, after, heard, undo, offline } = world();
    const card = act((draft) => addCard(draft, { type: "project", fields: { title: "P" } }));
    heard();
    const remove = () => act((draft) => removeCard(draft, { card, children: "remove" }));
    const redoneRemoval = offline(() => {
      undo.stopCapturing();
      remove();
      undo.undo();
      undo.redo();
    });
    expect(names(redoneRemoval, card)).toEqual(["removed #0 P/project"]);
    const broughtBack = offline(() => {
      undo.undo();
      undo.redo();
      undo.undo();
    });
    expect(names(broughtBack, card)).toEqual(["added #0"]);
    const removedAndBack = offline(() => {
      remove();
      undo.undo();
    });
    expect(names(removedAndBack, card)).toEqual(["edited #0"]);
    undo.clear();
    let made = card;
    const redoneCard = offline(() => {
      made = act((draft) => addCard(draft, { type: "project", fields: { title: "New" } }));
      undo.undo();
      undo.redo();
    });
    expect(names(redoneCard, made)).toEqual(["added #0"]);
    const link = act((draft) => addLink(draft, { type: "depends_on", from: card, to: made })) as LinkId;
    heard();
    const redoneUnlink = offline(() => {
      undo.stopCapturing();
      act((draft) => removeLink(draft, { link }));
      undo.undo();
      undo.redo();
    });
    expect(names(redoneUnlink, card, made)).toEqual(["edited #0", "edited #1"]);
    expect(after(() => undefined)).toEqual([]);
  });

  it("looks up whose texts they are in one walk, however many come at once", () => {
    const { server, heard } = world();
    const away = new Y.Doc();
    for (let card = 0; card < 50; card++) {
      away.getMap("cards").set(`c${card}`, new Y.Map());
      away.getXmlFragment(`body:c${card}`).insert(0, [new Y.XmlElement("paragraph")]);
    }
    let walks = 0;
    const { share } = server;
    const walk = share[Symbol.iterator].bind(share);
    share[Symbol.iterator] = () => {
      walks++;
      return walk();
    };
    Y.applyUpdate(server, Y.encodeStateAsUpdate(away));
    expect(heard()).toHaveLength(50);
    expect(walks).toBe(1);
  });

  it("says nothing of what came and went unseen, and of ids and values that are none", () => {
    const { server, heard } = world();
    const away = new Y.Doc({ gc: false });
    const cards = away.getMap<Y.Map<unknown>>("cards");
    cards.set("gone", new Y.Map());
    cards.delete("gone");
    cards.set("no id/", new Y.Map());
    away.getMap("links").set("l", new Y.Map([["$", { from: 5, to: "nobody" }]]));
    away.getMap("links").set("text", "no link");
    away.getXmlFragment("body:nobody").insert(0, [new Y.XmlElement("p")]);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(away));
    expect(heard()).toEqual([]);
  });
});
