/** What a finding's way to mend does to the map, or where it leads. Pure, but for the edit. */
import type { Mend } from "@trellis/shared/derive/health/check";
import { addCard } from "@trellis/shared/ops/cards";
import { addLink } from "@trellis/shared/ops/links";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { withChoices } from "../../workspace/addressChoices.ts";
import { writePart } from "./healthParts.ts";
import { readLenses, writeLenses } from "./lenses/lensAddress.ts";

/** Adds the card that is missing, at its home or joined to the card it belongs to: one edit, one step to undo. */
export function addMissing(draft: MapDraft, { type, home, link }: Extract<Mend, { kind: "card" }>): CardId {
  const card = addCard(draft, { type, home });
  if (link) {
    const [from, to] = link.end === "to" ? [card, link.other] : [link.other, card];
    addLink(draft, { type: link.type, from, to, ...(link.role ? { fields: { role: link.role } } : {}) });
  }
  return card;
}

/** The address at which a lens of a mission is rated: the part of the lenses, whatever else is chosen. */
export function ratingSearch(search: string, lens: string, mission: CardId): string {
  const part = writePart(search, { part: "lenses" });
  return writeLenses(part, { ...readLenses(part), lens, mission, earlier: "" });
}

/** Where a view shows what weighs on a card: `search` with the choices that lead there. */
export const searchOfView = ({ view, card }: Extract<Mend, { kind: "view" }>, search: string): string =>
  withChoices(search, view === "indicators" ? { indicator: card } : { rows: `answers:${card}`, part: null });

const TAGGED = ["project", "challenge", "mission"] as const;

/** The card on which to look for a tag: the first project without one of the lens, else a challenge, else a mission. */
export function cardToTag({ cards }: Pick<MapSnapshot, "cards">, lens: string): CardId | null {
  const real = [...cards.values()].filter((card) => !card.placeholder);
  for (const type of TAGGED) {
    const own = real.filter((card) => card.type === type);
    const found = own.find((card) => (card.lenses?.[lens]?.length ?? 0) === 0) ?? own[0];
    if (found) return found.id;
  }
  return null;
}
