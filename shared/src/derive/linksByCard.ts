/** The links of each card, worked out once for a state of the links however many views ask. */
import type { CardId, LinkId } from "../schema/ids.ts";
import type { Link } from "../schema/values.ts";

type ByCard = ReadonlyMap<CardId, readonly Link[]>;

const NONE: readonly Link[] = [];
const known = new WeakMap<ReadonlyMap<LinkId, Link>, ByCard>();

/** Links that begin or end at `card`, in the order of their ids. Homes are no links. */
export function linksAt(links: ReadonlyMap<LinkId, Link>, card: CardId): readonly Link[] {
  let byCard = known.get(links);
  if (!byCard) {
    byCard = gathered(links);
    known.set(links, byCard);
  }
  return byCard.get(card) ?? NONE;
}

function gathered(links: ReadonlyMap<LinkId, Link>): ByCard {
  const byCard = new Map<CardId, Link[]>();
  for (const link of links.values()) {
    for (const end of [link.from, link.to]) {
      const list = byCard.get(end);
      if (list) list.push(link);
      else byCard.set(end, [link]);
    }
  }
  return byCard;
}
