import { addCard, editField } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin, RemoteOrigin } from "@trellis/shared/ops/edit";
import type { CardId } from "@trellis/shared/schema/ids";
import { type MapChange, MapDoc } from "@trellis/shared/schema/mapDoc";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { MapFeed } from "./mapFeed.ts";

describe("publishing what changed", () => {
  let frames: (() => void)[];
  let map: MapDoc;
  let card: CardId;
  let feed: MapFeed;
  let changes: (MapChange | null)[];

  beforeEach(() => {
    frames = [];
    vi.stubGlobal("requestAnimationFrame", (run: () => void) => frames.push(run));
    vi.stubGlobal("cancelAnimationFrame", () => {
      frames = [];
    });
    map = new MapDoc(new Y.Doc());
    card = edit(map, new LocalOrigin(), (draft) => addCard(draft, { type: "project" }));
    feed = new MapFeed((origin) => origin instanceof RemoteOrigin);
    feed.show(map);
    changes = [];
    feed.subscribe((_snapshot, change) => changes.push(change));
  });
  afterEach(() => {
    feed.close();
    vi.unstubAllGlobals();
  });

  const title = () => feed.getSnapshot().cards.get(card)?.title;
  const retitle = (origin: LocalOrigin | RemoteOrigin, value: string) =>
    edit(map, origin, (draft) => editField(draft, { card, field: "title", value }));
  const nextFrame = () => {
    const due = frames;
    frames = [];
    for (const run of due) run();
  };

  it("gathers what others did into one snapshot a frame", () => {
    for (const value of ["a", "b", "c"]) retitle(new RemoteOrigin(), value);
    const other = edit(map, new RemoteOrigin(), (draft) => addCard(draft, { type: "risk" }));
    expect(changes).toHaveLength(0);
    nextFrame();
    expect(changes).toHaveLength(1);
    expect([...(changes[0]?.cards ?? [])].sort()).toEqual([card, other].sort());
    expect(title()).toBe("c");
  });

  it("publishes a long run of what others do twenty times a second, and loses none of it", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    for (let ms = 0; ms < 1_000; ms += 4) {
      retitle(new RemoteOrigin(), `at ${ms}`);
      if (ms % 16 === 0) nextFrame();
      vi.advanceTimersByTime(4);
    }
    expect(changes.length).toBeGreaterThan(10);
    expect(changes.length).toBeLessThanOrEqual(21);
    vi.advanceTimersByTime(50);
    nextFrame();
    expect(title()).toBe("at 996");
    vi.useRealTimers();
  });

  it("publishes an edit made here at once, with what was waiting", () => {
    const other = edit(map, new RemoteOrigin(), (draft) => addCard(draft, { type: "risk" }));
    retitle(new LocalOrigin(), "mine");
    expect(title()).toBe("mine");
    expect(feed.getSnapshot().cards.has(other)).toBe(true);
    expect(changes).toHaveLength(1);
    nextFrame();
    expect(changes).toHaveLength(1);
  });

  it("keeps the snapshot when nothing that can be seen has changed", () => {
    const before = feed.getSnapshot();
    retitle(new RemoteOrigin(), "");
    nextFrame();
    expect(feed.getSnapshot()).toBe(before);
    expect(changes).toHaveLength(0);
  });
});
