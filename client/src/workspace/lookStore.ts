/**
 * What of the map this tab shows, for every view alike: filter, focus, path, folding, kinds of links, colours. Types of
 * cards are `workspaceStore.shownTypes`. Kept in the address by `useLookAddress`; which cards follow from it is
 * worked out by `useShownCards`. One question at a time: a path ends a focus, a focus ends a path.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { FIRST_KINDS, type LinkKind } from "./linkKinds.ts";
import { ALL_SHOWN, type Look, oneQuestion, without } from "./look.ts";

export interface LookState extends Look {
  /** Cards shown against the look, because they were selected elsewhere or made just now. Gone with the next look. */
  readonly also: readonly CardId[];
  /** How many cards the look named that are not on the map (any more); said once, until the look changes. */
  readonly missing: number;
  readonly filtering: boolean;
  readonly set: (patch: Partial<Look>) => void;
  readonly showKind: (kind: LinkKind, shown: boolean) => void;
  /** Switches one value of the filter on or off. */
  readonly toggle: (kind: keyof Look["filter"], value: string) => void;
  /** Unfolds one mission or challenge, or folds it again; others fold unless they are to stay. */
  readonly unfold: (card: CardId, others: "fold" | "stay") => void;
  /** Colours cards by a lens; null ends it. */
  readonly colourBy: (lens: string | null) => void;
  readonly alsoShow: (cards: readonly CardId[]) => void;
  /** Forgets cards that are not on the map. */
  readonly lose: (cards: ReadonlySet<CardId>) => void;
  /** Opens or closes the panel in which filters are chosen. */
  readonly openFilters: (open: boolean) => void;
  /** Everything shown; the kinds of links and the colours are left as they are. */
  readonly clear: () => void;
  readonly reset: () => void;
}

const NOTHING_EXTRA = { also: [], missing: 0 } as const;
const FRESH = { ...ALL_SHOWN, ...NOTHING_EXTRA, kinds: FIRST_KINDS, colour: null, filtering: false };

export const lookStore = createStore<LookState>()((set) => ({
  ...FRESH,
  set: (patch) => set((state) => ({ ...NOTHING_EXTRA, ...oneQuestion(state, patch) })),
  showKind: (kind, shown) =>
    set((state) => {
      const kinds = new Set(state.kinds);
      if (shown) kinds.add(kind);
      else kinds.delete(kind);
      return { kinds };
    }),
  toggle: (kind, value) =>
    set(({ filter }) => {
      const values: readonly string[] = filter[kind];
      const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
      return { ...NOTHING_EXTRA, filter: { ...filter, [kind]: next } };
    }),
  unfold: (card, others) =>
    set(({ unfolded }) => {
      const open = unfolded ?? [];
      const rest = others === "stay" ? open.filter((id) => id !== card) : [];
      return {
        ...NOTHING_EXTRA,
        ...oneQuestion(null, {}),
        unfolded: open.includes(card) ? rest : [...rest, card],
      };
    }),
  colourBy: (colour) => set({ colour }),
  alsoShow: (cards) => set(({ also }) => ({ also: [...also, ...cards] })),
  lose: (gone) => set((state) => ({ ...without(state, gone), missing: gone.size })),
  openFilters: (filtering) => set({ filtering }),
  clear: () => set({ ...ALL_SHOWN, ...NOTHING_EXTRA }),
  reset: () => set(FRESH),
}));

/** Selects from the store inside React. Return the same object for the same state, or the view renders for ever. */
export const useLook = <Value>(selector: (state: LookState) => Value): Value => useStore(lookStore, selector);
