import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { answer } from "./ask.ts";
import { advantage } from "./levels.ts";
import { powerGaps, powers } from "./powers.ts";

// city: A on p, offers convene; borough: R on p, its link names fiscal_tools; nation: consulted only.
const map = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({
    id: "p",
    type: "project",
    home: "m",
    level: "municipal",
    functionsNeeded: ["convene", "fiscal_tools", "regulate", "transfer_practice"],
    leversNeeded: ["tax", "procure"],
  })
  .withCard({
    id: "i",
    type: "instrument",
    home: "m",
    level: "national",
    functions: ["regulate"],
    leversNeeded: ["regulate"],
  })
  .withCard({
    id: "old",
    type: "instrument",
    home: "m",
    level: "national",
    status: "repealed",
    functions: ["transfer_practice"],
  })
  .withCard({
    id: "city",
    type: "actor",
    level: "city_region",
    functions: ["convene"],
    levers: [{ id: "l1", lever: "procure", evidence: "Act of 2009" }],
  })
  .withCard({ id: "borough", type: "actor", level: "municipal", functions: ["convene"] })
  .withCard({
    id: "nation",
    type: "actor",
    level: "national",
    functions: ["transfer_practice"],
    levers: [{ id: "l1", lever: "tax" }],
  })
  .withCard({ id: "region", type: "actor", level: "regional", levers: [{ id: "l1", lever: "tax" }] })
  .withCard({ id: "nowhere", type: "actor", functions: ["convene"] })
  .withLink({ type: "responsible", from: "city", to: "p", role: "accountable" })
  .withLink({
    type: "responsible",
    from: "borough",
    to: "p",
    role: "responsible",
    functions: ["fiscal_tools"],
  })
  .withLink({ type: "responsible", from: "nowhere", to: "p", role: "responsible" })
  .withLink({ type: "responsible", from: "nation", to: "p", role: "consulted" });

describe("comparative advantage", () => {
  it("[DER9] tells what is covered, stretched and missing, worked out on paper", () => {
    const { rows, needed, covered, fit } = answer(advantage, map.snapshot(), TODAY);
    const row = (name: string) => rows.find((one) => one.name === name);
    const counts = (name: string) =>
      row(name)?.cells.flatMap((cell) =>
        cell.count > 0 ? [`${cell.level} ${cell.count} ${cell.cards.join(",")}`] : [],
      );
    expect(counts("convene")).toEqual(["city_region 1 city", "municipal 1 borough"]);
    expect(row("convene")).toMatchObject({ state: "covered", levelNotKnown: 1, neededBy: ["p"] });
    expect(counts("fiscal_tools")).toEqual(["municipal 1 borough"]);
    expect(row("fiscal_tools")?.state).toBe("stretch");
    expect(counts("regulate")).toEqual(["national 1 i"]);
    // Whoever is only consulted does nothing, and a repealed instrument does nothing any more.
    expect(row("transfer_practice")?.state).toBe("missing");
    expect([needed, covered, fit]).toEqual([4, 2, 0.5]);
  });

  it("[DER9] takes the levels that the map itself names for a function", () => {
    const snapshot = map.snapshot();
    const own = [
      { id: "fiscal_tools", levels: ["municipal"] },
      { id: "regulate", levels: [] },
    ] as never;
    const { rows } = answer(
      advantage,
      { ...snapshot, settings: { ...snapshot.settings, advantage: own } },
      TODAY,
    );
    const row = (name: string) => rows.find((one) => one.name === name);
    expect(row("fiscal_tools")).toMatchObject({
      state: "covered",
      isOverridden: true,
      advantaged: ["municipal"],
    });
    expect(row("regulate")).toMatchObject({ state: "stretch", advantaged: [] });
    expect(row("convene")?.isOverridden).toBe(false);
  });

  it("[DER9] knows no fit while no project says what it needs", () => {
    const gm = answer(advantage, templateSnapshot("greater-manchester-2038"), TODAY);
    expect(gm.fit).toBeNull();
    // On its own numbers: land use is planned by the ten districts and the combined authority, and one instrument.
    expect(gm.rows.find((row) => row.name === "plan_land_use")?.state).toBe("covered");
    expect(gm.rows.find((row) => row.name === "transfer_practice")?.state).toBe("missing");
  });
});

describe("powers", () => {
  it("[DER10] lists who may do what at each level, with evidence, and whose powers are not written down", () => {
    const { levels, notKnown } = answer(powers, map.snapshot(), TODAY);
    const at = (level: string | null) => levels.find((one) => one.level === level)?.powers;
    expect(at("city_region")?.get("procure")).toEqual([
      { actor: "city", lever: "procure", evidence: "Act of 2009" },
    ]);
    expect(
      at("national")
        ?.get("tax")
        ?.map((one) => one.actor),
    ).toEqual(["nation"]);
    expect(at("municipal")?.get("tax")).toEqual([]);
    expect(notKnown).toEqual(["borough", "nowhere"]);
  });

  it("[DER10] finds the lever that no responsible actor is known to hold, and who holds it, the nearest level first", () => {
    expect(answer(powerGaps, map.snapshot(), TODAY)).toEqual([
      {
        card: "p",
        lever: "tax",
        responsible: ["city", "borough", "nowhere"],
        notKnown: ["borough", "nowhere"],
        heldBy: ["region", "nation"],
      },
      { card: "i", lever: "regulate", responsible: [], notKnown: [], heldBy: [] },
    ]);
    const given = map.withLink({ type: "responsible", from: "nation", to: "p", role: "responsible" });
    expect(answer(powerGaps, given.snapshot(), TODAY).map((gap) => gap.card)).toEqual(["i"]);
  });
});
