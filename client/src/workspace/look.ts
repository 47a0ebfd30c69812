/** What of the map a tab is asked to show: a value, and what may be done with one. */
import { type CardFilter, NO_FILTER } from "@trellis/shared/derive/cardFilter";
import type { Focus, PathQuestion } from "@trellis/shared/derive/shownCards";
import type { CardId } from "@trellis/shared/schema/ids";
import type { LinkKind } from "./linkKinds.ts";

/** What an address says, besides the types of cards. */
export interface Look {
  readonly kinds: ReadonlySet<LinkKind>;
  readonly filter: CardFilter;
  readonly focus: Focus | null;
  readonly path: PathQuestion | null;
  /** Missions and challenges unfolded on a folded map; null while it is not folded. */
  readonly unfolded: readonly CardId[] | null;
  /** The lens whose values colour the cards; hides nothing. */
  readonly colour: string | null;
}

/** Nothing hidden. */
export const ALL_SHOWN = { filter: NO_FILTER, focus: null, path: null, unfolded: null } as const;

/** A new path takes the place of a focus and the other way round. */
export function oneQuestion(state: Look | null, patch: Partial<Look>): Partial<Look> {
  if (!state || patch.path) return { focus: null, path: null, ...patch };
  return patch.focus ? { ...patch, path: null } : patch;
}

export function without({ filter, focus, path, unfolded }: Look, gone: ReadonlySet<CardId>): Partial<Look> {
  const left = (cards: readonly CardId[]) => cards.filter((id) => !gone.has(id));
  const middles = focus ? left(focus.cards) : [];
  return {
    filter: { ...filter, actors: left(filter.actors) },
    focus: focus && middles.length > 0 ? { ...focus, cards: middles } : null,
    path: path && !gone.has(path.from) && !gone.has(path.to) ? path : null,
    unfolded: unfolded && left(unfolded),
  };
}

/** Every card the look names. */
export const cardsNamed = ({ filter, focus, path, unfolded }: Look): CardId[] => [
  ...filter.actors,
  ...(focus?.cards ?? []),
  ...(path ? [path.from, path.to] : []),
  ...(unfolded ?? []),
];
