import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { OpError } from "@trellis/shared/ops/opError";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { endDuties, giveDuty } from "./dutyEdits.ts";

function fresh() {
  const map = new MapDoc(
    aMap()
      .withCard({ id: "m", type: "mission", phases: [{ id: "one" }] })
      .withCard({ id: "a", type: "actor" })
      .doc(),
  );
  const give = (phase: string | null) =>
    edit(map, new LocalOrigin(), (draft) =>
      giveDuty(draft, { actor: "a" as CardId, card: "m" as CardId, role: "accountable", phase }),
    );
  const links = () =>
    [...takeSnapshot(map).links.values()].map((link) =>
      link.type === "responsible" ? { id: link.id, role: link.role, phase: link.phase ?? null } : null,
    );
  return { map, give, links };
}

it("gives a role in the phase that is chosen, or in every phase", () => {
  const { give, links } = fresh();
  give("one");
  give(null);
  expect(links().map((link) => link?.phase)).toEqual(expect.arrayContaining(["one", null]));
  expect(() => give("one")).toThrow(OpError);
});

it("ends several roles at once and passes over one that somebody else has ended", () => {
  const { map, give, links } = fresh();
  give("one");
  give(null);
  const held = links().flatMap((link) => (link ? [link.id] : []));
  edit(map, new LocalOrigin(), (draft) => endDuties(draft, [...held, "gone" as LinkId]));
  expect(links()).toEqual([]);
});
