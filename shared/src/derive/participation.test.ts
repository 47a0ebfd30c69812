import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { answer } from "./ask.ts";
import { decisions } from "./decisions.ts";
import { participation } from "./participation.ts";
import { participationPlaces } from "./participationPlaces.ts";

const record = (influence: string, date: string | null, groups: string[], changed = "") => ({
  influence,
  date,
  groups,
  changed,
});

// Target groups: tenants (p), young people (q), carers (q). Twelve months before 31 January 2026: 31 January 2025.
const map = aMap()
  .withCard({
    id: "m",
    type: "mission",
    participation: [record("inform", "2025", ["Everybody"], "The date")],
  })
  .withCard({
    id: "p",
    type: "project",
    home: "m",
    status: "in_delivery",
    targetGroups: ["Tenants"],
    participation: [
      record("involve", "2025-01-31", ["tenants "]),
      record("empower", "2020", ["Tenants"], "The budget"),
    ],
  })
  .withCard({
    id: "q",
    type: "project",
    home: "m",
    status: "in_delivery",
    targetGroups: ["Young people", "Carers", "tenants"],
  })
  .withCard({
    id: "r",
    type: "project",
    participation: [record("collaborate", "2025-01-30", ["Young people"])],
  })
  .withCard({ id: "d", type: "decision", status: "decided", participation: [record("consult", null, [])] })
  .withCard({ id: "e", type: "decision", status: "decided" })
  .withCard({ id: "f", type: "decision", status: "open" })
  .withCard({ id: "a", type: "actor", stakeholderClass: "funder" })
  .withCard({ id: "b", type: "actor", stakeholderClass: "researcher" })
  .withLink({ type: "responsible", from: "a", to: "m", role: "informed" })
  .snapshot();

describe("participation", () => {
  it("[DER13] covers groups, projects and decisions, worked out on paper", () => {
    const found = answer(participation, map, TODAY);
    expect(found.groups).toEqual([
      // Nobody reached the carers; young people were reached a day too early, and by a project outside the mission.
      { group: "Carers", isTarget: true, projects: ["q"], isCovered: false, depth: null, occasions: 0 },
      {
        group: "Tenants",
        isTarget: true,
        projects: ["p", "q"],
        isCovered: true,
        depth: "empower",
        occasions: 2,
      },
      {
        group: "Young people",
        isTarget: true,
        projects: ["q"],
        isCovered: false,
        depth: "collaborate",
        occasions: 1,
      },
      { group: "Everybody", isTarget: false, projects: [], isCovered: false, depth: "inform", occasions: 1 },
    ]);
    expect(found.groupCoverage).toEqual({ count: 1, of: 3, share: 1 / 3 });
    expect(found.projectCoverage).toEqual({ count: 1, of: 2, share: 0.5 });
    expect(found.decisionCoverage).toEqual({ count: 1, of: 2, share: 0.5 });
    expect(found.influenceProof).toEqual({ count: 2, of: 5, share: 0.4 });
    expect(found.classPresence).toEqual({ count: 1, of: 9, share: 1 / 9 });
    expect(found.changes.map((one) => [one.card, one.record.changed])).toEqual([
      ["m", "The date"],
      ["p", "The budget"],
    ]);
  });

  it("[DER13] keeps to one mission when asked to", () => {
    const found = answer(participation, map, TODAY, "m");
    expect(found.groups.find((one) => one.group === "Young people")).toMatchObject({
      occasions: 0,
      depth: null,
    });
    expect(found.decisionCoverage).toEqual({ count: 0, of: 0, share: null });
    expect(found.influenceProof).toEqual({ count: 2, of: 3, share: 2 / 3 });
  });

  it("[DER13] knows no share of nothing", () => {
    const found = answer(participation, aMap().snapshot(), TODAY);
    for (const share of [
      found.groupCoverage,
      found.projectCoverage,
      found.decisionCoverage,
      found.influenceProof,
    ])
      expect(share).toEqual({ count: 0, of: 0, share: null });
  });

  it("[DER13] knows nothing of classes while no actor with a role has one, and names those without", () => {
    const actors = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({ id: "a", type: "actor" })
      .withCard({ id: "b", type: "actor" })
      .withCard({ id: "idle", type: "actor", stakeholderClass: "business" })
      .withLink({ type: "responsible", from: "a", to: "m", role: "accountable" })
      .withLink({ type: "responsible", from: "b", to: "m", role: "responsible" });
    const found = answer(participation, actors.snapshot(), TODAY);
    expect(found.classPresence).toEqual({ count: 0, of: 9, share: null });
    expect(found.unclassed).toEqual(["a", "b"]);
    const other = actors
      .withCard({ id: "c", type: "actor", stakeholderClass: "funder" })
      .withLink({ type: "responsible", from: "c", to: "m", role: "informed" });
    const classed = answer(participation, other.snapshot(), TODAY);
    expect(classed.classPresence).toEqual({ count: 1, of: 9, share: 1 / 9 });
    expect(classed.unclassed).toEqual(["a", "b"]);
  });

  it("[DER13] reads the Greater Manchester map", () => {
    const found = answer(participation, templateSnapshot("greater-manchester-2038"), TODAY);
    expect(found.groupCoverage.share).toBeNull();
    expect(found.projectCoverage).toEqual({ count: 2, of: 15, share: 2 / 15 });
    expect(found.decisionCoverage).toMatchObject({ count: 0, of: 3 });
    expect(found.influenceProof).toMatchObject({ count: 2, of: 4 });
    // Business, innovation staff... every class but innovation staff holds a role.
    expect(found.classPresence.count).toBe(8);
    expect(found.unclassed).toEqual([]);
    expect(found.classes.get("innovation_staff")).toEqual([]);
  });

  it("[DER13] counts no record of a day still to come, and tells it apart as planned", () => {
    const ahead = (date: string) => [record("empower", date, ["Residents"], "All of it")];
    const planned = aMap()
      .withCard({
        id: "p",
        type: "project",
        status: "in_delivery",
        targetGroups: ["Residents"],
        participation: ahead("2030-01-01"),
      })
      .withCard({ id: "d", type: "decision", status: "decided", participation: ahead("2026-02") })
      .snapshot();
    const found = answer(participation, planned, TODAY);
    expect(found.groups).toEqual([
      { group: "Residents", isTarget: true, projects: ["p"], isCovered: false, depth: null, occasions: 0 },
    ]);
    expect([found.projectCoverage.count, found.decisionCoverage.count]).toEqual([0, 0]);
    expect([found.influenceProof.of, found.changes]).toEqual([0, []]);
    const places = answer(participationPlaces, planned, TODAY);
    expect([places.occasions, places.planned.map(({ card }) => card)]).toEqual([[], ["p", "d"]]);
    expect(answer(decisions, planned, TODAY)[0]?.occasions).toBe(0);
    // It counts from its day on, and for the twelve months after.
    for (const today of ["2030-01-01", "2031-01-01"])
      expect(answer(participation, planned, { today }).groupCoverage.count).toBe(1);
  });

  it("[DER13] names the cards behind the figures, and the occasions of every challenge", () => {
    const found = answer(participationPlaces, map, TODAY);
    expect(found.projects).toEqual({ having: ["p"], missing: ["q"] });
    expect(found.decisions).toEqual({ having: ["d"], missing: ["e"] });
    // 31 December 2025, 31 and 30 January 2025, 2020; the undated one of the decision last.
    expect(found.occasions.map((one) => one.card)).toEqual(["m", "p", "r", "p", "d"]);
    expect(found.challenges).toEqual([]);
    const challenged = aMap()
      .withCard({ id: "m", type: "mission" })
      .withCard({ id: "c", type: "challenge", home: "m" })
      .withCard({ id: "c2", type: "challenge", home: "c" })
      .withCard({ id: "p", type: "project", home: "c", participation: [record("consult", "2025", [])] })
      .withCard({ id: "q", type: "project", home: "c2" })
      .withCard({ id: "other", type: "challenge" })
      .snapshot();
    const rows = answer(participationPlaces, challenged, TODAY, "m").challenges;
    expect(
      rows.map(({ challenge, depth, occasions, projects }) => [challenge, depth, occasions.length, projects]),
    ).toEqual([
      ["c", "consult", 1, { having: ["p"], missing: [] }],
      ["c2", null, 0, { having: [], missing: ["q"] }],
    ]);
    expect(answer(participationPlaces, challenged, TODAY).challenges).toHaveLength(3);
  });
});
