import { fieldsOfCard, HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { LINK_RULES } from "@trellis/shared/schema/linkTypes";
import { describe, expect, it } from "vitest";
import { PANEL_LAYOUTS } from "./panelLayout.ts";

describe("the panel of every card type", () => {
  it.each(CARD_TYPES)("of %s has a place for each field, and only one", (type) => {
    const { lead, groups } = PANEL_LAYOUTS[type];
    const placed = [
      ...lead.flatMap((row) =>
        row.kind === "field" ? [row.name] : row.kind === "span" ? [row.from, row.to] : [],
      ),
      ...groups.flatMap(({ fields }) => fields),
    ];
    const all = Object.keys(fieldsOfCard(type)).filter((name) => name !== "title" && name !== "summary");
    expect([...placed].sort()).toEqual(all.sort());
  });

  it.each(CARD_TYPES)("of %s asks for a home and for links only where they may be", (type) => {
    for (const row of PANEL_LAYOUTS[type].lead) {
      if (row.kind === "home") expect(HOMED_TYPES.has(type)).toBe(true);
      if (row.kind === "roles") expect(LINK_RULES.responsible.ends.actor).toContain(type);
      if (row.kind !== "chips") continue;
      const { ends } = LINK_RULES[row.type];
      const may =
        row.direction === "out" ? ends[type] : CARD_TYPES.filter((other) => ends[other]?.includes(type));
      expect(may?.length, row.type).toBeGreaterThan(0);
    }
  });
});
