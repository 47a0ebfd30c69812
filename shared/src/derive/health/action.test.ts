import { describe, expect, it } from "vitest";
import { aMap, type MapBuilder } from "../../../../tests/support/builders.ts";
import { checked, told } from "../../../../tests/support/derivations.ts";

const start = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m", domains: ["energy"] });
const withProject = (map: MapBuilder, id: string, home: string, fields = {}) =>
  map.withCard({ id, type: "project", home, ...fields });
const accountable = (map: MapBuilder, from: string, to: string) =>
  map.withLink({ type: "responsible", from, to, role: "accountable" });

describe("action", () => {
  it("[H08] asks for a project or an instrument, at home, below or contributing", () => {
    expect(told(start, "H08")).toEqual(["fail", "no_action c"]);
    expect(checked(start, "H08").findings[0]?.mend).toEqual({
      kind: "card",
      type: "project",
      home: "c",
      link: null,
    });
    expect(told(start.withCard({ id: "i", type: "instrument", home: "c" }), "H08")).toEqual([
      "pass",
      "few_home_projects c",
    ]);
    const helped = withProject(start, "p", "m").withLink({ type: "contributes_to", from: "p", to: "c" });
    expect(told(helped, "H08")).toEqual(["pass", "few_home_projects c p"]);
    expect(checked(helped, "H08").findings[0]?.values).toEqual({ projects: 0, helping: 1 });
    const below = withProject(
      withProject(start.withCard({ id: "d", type: "challenge", home: "c" }), "p", "d"),
      "q",
      "d",
    );
    expect(told(below, "H08")).toEqual(["pass"]);
    expect(told(aMap(), "H08")).toEqual(["not_applicable"]);
  });

  it("[H08] warns of a single home project, and counts no placeholder", () => {
    const one = withProject(start, "p", "c");
    expect(told(one, "H08")).toEqual(["pass", "few_home_projects c p"]);
    expect(told(withProject(one, "q", "c", { placeholder: true }), "H08")).toEqual([
      "pass",
      "few_home_projects c p",
    ]);
    expect(told(withProject(one, "q", "c"), "H08")).toEqual(["pass"]);
  });

  it("[H17] asks for an early project in the mission, and two leads in every challenge", () => {
    const two = withProject(withProject(start, "p", "c", { maturity: "prototype" }), "q", "c", {
      maturity: "embed",
    })
      .withCard({ id: "a", type: "actor" })
      .withCard({ id: "b", type: "actor" });
    expect(told(two, "H17")).toEqual(["not_known", "leads_not_known c p q"]);
    expect(told(accountable(accountable(two, "a", "p"), "a", "q"), "H17")).toEqual(["fail", "one_lead c a"]);
    expect(told(accountable(accountable(two, "a", "p"), "b", "q"), "H17")).toEqual(["pass"]);
    const shared = withProject(start, "p", "c", { maturity: "prototype" })
      .withCard({ id: "a", type: "actor" })
      .withCard({ id: "b", type: "actor" });
    // Two leads of one project are no two projects.
    expect(told(accountable(accountable(shared, "a", "p"), "b", "p"), "H17")).toEqual([
      "fail",
      "few_projects c p",
    ]);
    const late = withProject(start, "p", "c", { maturity: "scale" });
    expect(told(late, "H17")).toEqual(["fail", "no_experiment m", "few_projects c p"]);
    expect(told(withProject(late, "q", "c"), "H17")).toEqual([
      "not_known",
      "maturity_not_known m q",
      "leads_not_known c p q",
    ]);
  });

  it("[H19] counts sectors of accountable and responsible actors, and domains", () => {
    const worked = (...sectors: string[]) =>
      sectors.reduce(
        (map, sector) =>
          map
            .withCard({ id: sector, type: "actor", sector })
            .withLink({ type: "responsible", from: sector, to: "m", role: "responsible" }),
        withProject(start, "p", "c", { domains: ["housing", " Energy ", "water"] }),
      );
    expect(told(worked("public", "private", "academia"), "H19")).toEqual(["pass"]);
    // A mixed partnership is no sector of its own.
    expect(told(worked("public", "private", "mixed"), "H19")).toEqual(["fail", "few_sectors m"]);
    const fewer = withProject(start, "p", "c", { domains: ["Energy"] })
      .withCard({ id: "a", type: "actor", sector: "public" })
      .withLink({ type: "responsible", from: "a", to: "p", role: "accountable" });
    expect(checked(fewer, "H19").findings.map(({ code, values }) => [code, values])).toEqual([
      ["few_sectors", { sectors: 1, least: 3 }],
      ["few_domains", { domains: 1, least: 3 }],
    ]);
    const open = ["x", "y"].reduce(
      (map, id) =>
        map
          .withCard({ id, type: "actor" })
          .withLink({ type: "responsible", from: id, to: "m", role: "responsible" }),
      withProject(fewer, "q", "c"),
    );
    expect(told(open, "H19")).toEqual(["not_known", "sectors_not_known m x y", "domains_not_known m q"]);
  });

  it("[H20] asks for a card in each of the three spheres once anybody uses them", () => {
    expect(told(start, "H20")).toEqual(["not_known", "lens_not_used"]);
    const tagged = withProject(start, "p", "c", { lenses: { sphere: ["operations", "capital"] } });
    expect(checked(tagged, "H20").findings.map((one) => one.values)).toEqual([
      { lens: "sphere", value: "collective_impact" },
    ]);
    const third = tagged.withCard({ id: "f", type: "funding", lenses: { sphere: ["collective_impact"] } });
    expect(told(third, "H20")).toEqual(["pass"]);
    expect(told(aMap(), "H20")).toEqual(["not_applicable"]);
  });

  it("[H21] asks for a card in each of the three focus areas", () => {
    const tagged = withProject(start, "p", "c", { lenses: { focus: ["culture", "information"] } });
    expect(checked(tagged, "H21")).toMatchObject({ state: "fail", severity: "consider" });
    const third = withProject(tagged, "q", "c", { lenses: { focus: ["engagement"] } });
    expect(told(third, "H21")).toEqual(["pass"]);
  });
});
