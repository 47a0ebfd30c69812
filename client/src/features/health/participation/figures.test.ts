import { asking } from "@trellis/shared/derive/ask";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../../../tests/support/derivations.ts";
import { taking } from "./figures.ts";
import { readMission, writeMission } from "./takingAddress.ts";

const of = (snapshot: Parameters<typeof asking>[0], mission = "") =>
  taking(asking(snapshot, TODAY), snapshot, mission);

describe("figures of participation", () => {
  it("name the cards that count and those that are missing", () => {
    const { figures, isEmpty } = of(templateSnapshot("greater-manchester-2038"));
    expect(isEmpty).toBe(false);
    const by = new Map(figures.map((figure) => [figure.name, figure]));
    // No target group is named, so nothing is known of groups.
    expect(by.get("groups")).toMatchObject({ of: 0, share: null, having: [], missing: [] });
    expect(by.get("projects")).toMatchObject({ count: 2, of: 15 });
    expect(by.get("projects")?.having).toEqual(["p-greenspaces", "p-summit"]);
    expect(by.get("projects")?.missing).toHaveLength(13);
    expect(by.get("proof")?.having).toEqual(["m-2038", "p-summit"]);
    expect(by.get("proof")?.missing).toEqual(["p-greenspaces", "m-2038"]);
    expect(by.get("classes")).toMatchObject({ count: 8, of: 9, missing: [] });
  });

  it("keep to the mission that the address names, one that is not on the map is none", () => {
    const map = templateSnapshot("camden-renewal");
    expect(of(map).missions).toHaveLength(4);
    expect(of(map, "m-food").places.occasions.length).toBeLessThan(of(map).places.occasions.length);
    expect(of(map, "gone").mission).toBe("");
    expect(readMission(writeMission("?part=participation", { mission: "m-food" }))).toEqual({
      mission: "m-food",
    });
    expect(writeMission("?mission=m-food", { mission: "" })).toBe("");
    expect(readMission("?mission=__proto__")).toEqual({ mission: "" });
  });

  it("know nothing of a map without missions", () => {
    const { isEmpty, figures } = of(aMap().snapshot());
    expect(isEmpty).toBe(true);
    expect(figures.filter(({ share }) => share === null).map(({ name }) => name)).toEqual([
      "groups",
      "projects",
      "decisions",
      "proof",
      "classes",
    ]);
  });
});
