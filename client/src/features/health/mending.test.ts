import type { Mend } from "@trellis/shared/derive/health/check";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { checked, told } from "../../../../tests/support/derivations.ts";
import { addMissing, cardToTag, ratingSearch, searchOfView } from "./mending.ts";

const start = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m" });

type Adding = Extract<Mend, { kind: "card" }>;
const isAdding = (mend: Mend | null | undefined): mend is Adding => mend?.kind === "card";

/** The map after the way to mend the first finding of a check was gone. */
function mended(map: typeof start, check: string) {
  const mend = checked(map, check).findings[0]?.mend;
  if (!isAdding(mend)) throw new Error(`${check} adds no card`);
  const doc = new MapDoc(map.doc());
  const card = edit(doc, new LocalOrigin(), (draft) => addMissing(draft, mend));
  return { card, snapshot: takeSnapshot(doc) };
}

describe("mending", () => {
  it("leads to where a mission is rated, whatever was chosen there before", () => {
    expect(
      ratingSearch("?level=national&state=fail&lens=block&earlier=none", "criteria", "m" as CardId),
    ).toBe("?level=national&state=fail&lens=criteria&part=lenses&mission=m");
  });

  it("adds the missing card at its home", () => {
    const { card, snapshot } = mended(start, "H08");
    expect(snapshot.cards.get(card)).toMatchObject({ type: "project", home: "c", title: "" });
    expect(told(snapshot, "H08")).toEqual(["pass", `few_home_projects c ${card}`]);
  });

  it("adds the missing card and joins it to the one it belongs to, the right way round", () => {
    const { card, snapshot } = mended(start, "H04");
    const links = [...snapshot.links.values()].map(({ type, from, to }) => [type, from, to]);
    expect(snapshot.cards.get(card)?.type).toBe("indicator");
    expect(links).toEqual([["measures", card, "m"]]);
    const risk = mended(aMap().withCard({ id: "c", type: "challenge" }), "H26");
    expect([...risk.snapshot.links.values()][0]).toMatchObject({
      type: "threatens",
      from: risk.card,
      to: "c",
    });
  });

  it("looks for a card to tag where none of the lens is, projects first, prompts never", () => {
    expect(cardToTag(aMap().snapshot(), "sphere")).toBeNull();
    expect(cardToTag(start.snapshot(), "sphere")).toBe("c" as CardId);
    const map = start
      .withCard({ id: "p", type: "project", home: "c", lenses: { sphere: ["capital"] } })
      .withCard({ id: "prompt", type: "project", home: "c", placeholder: true });
    expect(cardToTag(map.snapshot(), "sphere")).toBe("p" as CardId);
    const more = map.withCard({ id: "q", type: "project", home: "c" });
    expect(cardToTag(more.snapshot(), "sphere")).toBe("q" as CardId);
  });

  it("leads to the view in which a card is shown, and keeps what else was chosen", () => {
    const card = "k" as CardId;
    expect(searchOfView({ kind: "view", view: "indicators", card }, "?level=national")).toBe(
      "?level=national&indicator=k",
    );
    expect(searchOfView({ kind: "view", view: "responsibilities", card }, "?part=lenses")).toBe(
      "?rows=answers:k",
    );
  });
});
