import type { CardId } from "@trellis/shared/schema/ids";
import { expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { leftUnanswered } from "./leftUnanswered.ts";

const ids = (...list: string[]) => list as CardId[];

it("counts the cards that lose the only ones accountable for them, and no others", () => {
  const map = aMap()
    .withCard({ id: "m", type: "mission" })
    .withCard({ id: "c", type: "challenge", home: "m" })
    .withCard({ id: "p", type: "project", home: "c" })
    .withCard({ id: "d", type: "decision" })
    .withCard({ id: "city", type: "actor" })
    .withCard({ id: "bank", type: "actor" })
    .withLink({ type: "responsible", from: "city", to: "m", role: "accountable" })
    .withLink({ type: "responsible", from: "city", to: "c", role: "accountable" })
    .withLink({ type: "responsible", from: "bank", to: "c", role: "accountable" })
    .withLink({ type: "responsible", from: "city", to: "p", role: "consulted" })
    .withLink({ type: "responsible", from: "city", to: "d", role: "accountable" })
    .snapshot();
  expect(leftUnanswered(map, ids("city"))).toBe(1);
  expect(leftUnanswered(map, ids("bank"))).toBe(0);
  expect(leftUnanswered(map, ids("city", "bank"))).toBe(2);
  expect(leftUnanswered(map, ids("city", "m"))).toBe(0);
});
