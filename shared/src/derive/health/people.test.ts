import { describe, expect, it } from "vitest";
import { aMap, type MapBuilder } from "../../../../tests/support/builders.ts";
import { checked, TODAY, told } from "../../../../tests/support/derivations.ts";
import type { Stance } from "../../schema/stance.ts";

const start = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m" });
const withActor = (map: MapBuilder, id: string, role: string, fields: object, on = "m") =>
  map.withCard({ id, type: "actor", ...fields }).withLink({ type: "responsible", from: id, to: on, role });

describe("people", () => {
  it("[H14] asks for a champion, and more than one person's office", () => {
    expect(told(start, "H14")).toEqual(["fail", "no_champion m"]);
    expect(checked(start, "H14").findings[0]?.mend).toMatchObject({
      type: "responsible",
      other: "m",
      end: "to",
      role: "champion",
    });
    const mayor = withActor(start, "a", "champion", { kind: "role" }, "c");
    expect(told(mayor, "H14")).toEqual(["fail", "one_office m a"]);
    expect(told(withActor(mayor, "b", "champion", { kind: "role" }), "H14")).toEqual(["pass"]);
    expect(told(withActor(start, "a", "champion", { kind: "organisation" }), "H14")).toEqual(["pass"]);
  });

  it("[H15] asks for a convenor that is a partnership or independent", () => {
    const convenor = (fields: object) => told(withActor(start, "a", "convenor", fields), "H15");
    expect(told(start, "H15")).toEqual(["fail", "no_convenor m"]);
    expect(convenor({ kind: "partnership", sector: "public" })).toEqual(["pass"]);
    expect(convenor({ kind: "organisation", sector: "academia" })).toEqual(["pass"]);
    expect(convenor({ kind: "organisation", sector: "public" })).toEqual([
      "fail",
      "convenor_not_independent m a",
    ]);
    expect(convenor({ kind: "role", sector: "private" })).toEqual(["fail", "convenor_not_independent m a"]);
    expect(convenor({ kind: "organisation" })).toEqual(["not_known", "convenor_not_known m a"]);
  });

  const record = (influence: string, date: string, groups: string[] = []) => ({ influence, date, groups });
  const involved = (targetGroups: string[], ...participation: object[]) =>
    start.withCard({ id: "p", type: "project", home: "c", targetGroups, participation });

  it("[H16] asks for involvement within 24 months, once in collaboration, and for every target group", () => {
    const both = [record("involve", "2024-01-31", ["Tenants "]), record("empower", "2025", ["young people"])];
    expect(told(involved(["tenants", "Young  people"], ...both), "H16")).toEqual(["pass"]);
    expect(told(involved(["tenants", "Carers"], ...both), "H16")).toEqual(["fail", "group_not_reached m p"]);
    expect(told(involved(["tenants"], record("involve", "2025", ["tenants"])), "H16")).toEqual([
      "fail",
      "no_collaboration m",
    ]);
    expect(told(involved(["tenants"], record("empower", "2024-01-30", ["tenants"])), "H16")).toEqual([
      "fail",
      "no_recent_participation m",
      "group_not_reached m p",
    ]);
    expect(told(involved([], ...both), "H16")).toEqual(["not_known", "no_target_groups m"]);
    expect(told(involved(["tenants"], record("inform", "2025", ["tenants"])), "H16")[1]).toBe(
      "no_recent_participation m",
    );
  });

  it("[H16] counts what took place on a decision about the mission", () => {
    const decided = involved(["tenants"])
      .withCard({ id: "d", type: "decision", participation: [record("empower", "2025", ["tenants"])] })
      .withLink({ type: "decides", from: "d", to: "c" });
    expect(told(decided, "H16")).toEqual(["pass"]);
  });

  const politics = withActor(
    withActor(start, "a", "champion", { stakeholderClass: "political_leader" }),
    "b",
    "informed",
    { stakeholderClass: "administrator" },
    "c",
  );
  const stance = (fields: Partial<Stance>): Stance => ({
    actorId: "a",
    missionId: "m",
    position: -1,
    influence: 3,
    interest: 3,
    incentive: "",
    ask: "",
    ...fields,
  });
  const asked = (map: MapBuilder, ...known: Stance[]) => told(map, "H22", { ...TODAY, stance: known });

  it("[H22] asks for a political leader and an administrator with a role", () => {
    expect(asked(politics)).toEqual(["pass"]);
    expect(asked(start)).toEqual(["fail", "no_political_leader m", "no_administrator m"]);
    expect(asked(withActor(start, "x", "informed", {}))).toEqual([
      "not_known",
      "class_not_known m x",
      "class_not_known m x",
    ]);
    expect(told(politics, "H22")).toEqual(["not_known", "stance_not_known m"]);
  });

  it("[H22] asks for an answer to every stance against the mission", () => {
    expect(asked(politics, stance({}))).toEqual(["fail", "opposition_unanswered a m"]);
    expect(asked(politics, stance({ ask: "A say in the route" }))).toEqual(["pass"]);
    expect(asked(politics, stance({ position: 0 }))).toEqual(["pass"]);
    const answered = politics
      .withCard({ id: "p", type: "project", home: "c" })
      .withCard({ id: "r", type: "risk" })
      .withLink({ type: "mitigates", from: "p", to: "r" })
      .withLink({ type: "responsible", from: "a", to: "p", role: "consulted" });
    expect(asked(answered, stance({}))).toEqual(["pass"]);
  });
});
