import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { edit, ServerOrigin } from "../ops/edit.ts";
import { importMap } from "../ops/importMap.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { decodeMapFile } from "../schema/mapFile.ts";
import type { Phase } from "../schema/values.ts";
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import korea from "../templates/korea-innovation-cities.json" with { type: "json" };
import learning from "../templates/learning-community.json" with { type: "json" };
import { currentPhase, dutiesByCard, responsibilities } from "./responsibility.ts";
import { missionTree } from "./tree.ts";

const id = (text: string) => text as CardId;

function snapshotOf(template: unknown): MapSnapshot {
  const decoded = decodeMapFile(template, { cards: 10_000, links: 50_000 });
  if (!decoded.file) throw new Error(decoded.problems.join(" "));
  const map = new MapDoc(new Y.Doc());
  const { file } = decoded;
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return takeSnapshot(map);
}
const on = (template: unknown, today: string) => {
  const snapshot = snapshotOf(template);
  return responsibilities(snapshot, missionTree(snapshot.cards), today);
};

describe("responsibilities", () => {
  it("[MAP13] finds the accountable actors of Greater Manchester and their load", () => {
    const { load, holders } = on(manchester, "2026-01-31");
    expect([...load.values()].reduce((sum, count) => sum + count, 0)).toBe(28);
    expect(load.get(id("a-gmca"))).toBe(19);
    for (const gap of ["c-energy", "c-nature", "p-eia", "p-dash", "i-pfe"]) {
      expect(holders(id(gap), "accountable")).toEqual([]);
    }
  });

  it("[MAP14] counts a duty with a phase only in that phase: accountability changes hands with the season", () => {
    const at = (today: string) => on(korea, today).holders(id("m-ic"), "accountable");
    expect(at("2010-06-30")).toEqual(["a-molit"]);
    expect(at("2017-12-31")).toEqual(["a-molit"]);
    expect(at("2018-01-01")).toEqual(["a-prov"]);
  });

  it("[MAP14] before the first phase and after the last, the nearest counts", () => {
    const at = (today: string) => on(korea, today).holders(id("m-ic"), "accountable");
    expect(at("1999-01-01")).toEqual(["a-molit"]);
    expect(at("2031-01-01")).toEqual(["a-prov"]);
  });

  it("[MAP14] takes the later of two phases that hold the day, and reads open ends as open", () => {
    const phase = (name: string, start: string | null, end: string | null): Phase => ({
      id: name as RecordId,
      start,
      end,
    });
    const phases = [phase("one", null, "2020"), phase("two", "2020-06", null)];
    expect(currentPhase(phases, "1900-01-01")?.id).toBe("one");
    expect(currentPhase(phases, "2020-07-01")?.id).toBe("two");
    expect(currentPhase(phases, "2999-01-01")?.id).toBe("two");
    expect(currentPhase([phase("a", "2000", "2001"), phase("b", "2010", "2011")], "2003-01-01")?.id).toBe(
      "a",
    );
    expect(currentPhase([], "2020-01-01")).toBeNull();
  });

  it("[DER60] a phase without dates counts on no day while another has some", () => {
    const phase = (name: string, start: string | null, end: string | null): Phase => ({
      id: name as RecordId,
      start,
      end,
    });
    const [early, late, undated] = [
      phase("early", "2020", "2021"),
      phase("late", "2025", "2026"),
      phase("undated", null, null),
    ];
    for (const day of ["1990-01-01", "2020-06-01", "2023-01-01", "2026-01-31", "2999-01-01"]) {
      const expected = day < "2023-06" ? "early" : "late";
      expect(currentPhase([undated, early, late], day)?.id).toBe(expected);
      expect(currentPhase([early, late, undated], day)?.id).toBe(expected);
    }
    expect(currentPhase([phase("a", null, null), phase("b", null, null)], "2026-01-31")?.id).toBe("a");
  });

  it("[DER60] reads undated phases as their file lists them, so the learning community begins to look", () => {
    const snapshot = snapshotOf(learning);
    const [mission] = [...snapshot.cards.values()].flatMap((card) => (card.type === "mission" ? [card] : []));
    expect(mission?.phases?.map(({ name }) => name)).toEqual(["Look", "Build", "Lift"]);
    expect(currentPhase(mission?.phases ?? [], "2026-01-31")?.name).toBe("Look");
  });

  it("[MAP14] a phase that the mission no longer has rules nothing out", () => {
    const snapshot = snapshotOf(korea);
    const mission = snapshot.cards.get(id("m-ic"));
    const cards = new Map(snapshot.cards).set(id("m-ic"), { ...mission, phases: [] } as never);
    const without = { ...snapshot, cards };
    const { holders } = responsibilities(without, missionTree(cards), "2010-01-01");
    expect([...holders(id("m-ic"), "accountable")].sort()).toEqual(["a-molit", "a-prov"]);
    expect(
      dutiesByCard(without)
        .get(id("m-ic"))
        ?.map((duty) => duty.phase),
    ).toContain("s2");
  });
});
