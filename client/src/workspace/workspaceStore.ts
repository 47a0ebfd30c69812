/**
 * What one tab looks at, shared by all features: selection, open panel, shown card types, tool. Never stored, never
 * sent (presence tells others the selection). It holds ids only; values are selected from the map with `useMap`.
 * Outside React: `workspaceStore.getState()`, `.subscribe()`. In React: `useWorkspace((state) => state.selection)`.
 */
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { PHONE_QUERY } from "../ui/usePhone.ts";

/** Cards, or one link, never both. */
export interface Selection {
  readonly cards: readonly CardId[];
  readonly link: LinkId | null;
}

export type Tool =
  | { readonly kind: "select" }
  | { readonly kind: "add"; readonly type: CardType }
  | { readonly kind: "connect" };

export interface Workspace {
  readonly selection: Selection;
  /** The panel at the right (full page on a phone): the inspector, or the map's settings when nothing is selected. */
  readonly panel: "closed" | "inspector";
  /** Grows each time somebody asks for the panel itself: then the focus goes into it. */
  readonly panelAsked: number;
  readonly shownTypes: ReadonlySet<CardType>;
  readonly tool: Tool;
  /** Cards waiting for the question where their children go; `<RemoveCardsDialog>` answers it. */
  readonly removing: readonly CardId[] | null;
  readonly selectCards: (cards: readonly CardId[]) => void;
  readonly selectLink: (link: LinkId) => void;
  readonly clearSelection: () => void;
  readonly openPanel: () => void;
  readonly closePanel: () => void;
  readonly showType: (type: CardType, shown: boolean) => void;
  readonly setTool: (tool: Tool) => void;
  /** Removes cards, after asking where children go when there are any. */
  readonly askToRemove: (cards: readonly CardId[]) => void;
  readonly endRemoval: () => void;
  /** Everything as on a freshly opened map. */
  readonly reset: () => void;
}

const NOTHING: Selection = { cards: [], link: null };
const ON_DEMAND: ReadonlySet<CardType> = new Set([
  "indicator",
  "funding",
  "risk",
  "evidence",
  "decision",
  "note",
]);
const FRESH = {
  selection: NOTHING,
  panel: "closed" as const,
  panelAsked: 0,
  shownTypes: new Set(CARD_TYPES.filter((type) => !ON_DEMAND.has(type))) as ReadonlySet<CardType>,
  tool: { kind: "select" } as const,
  removing: null,
};

/** Where the panel stands beside the canvas it opens with the selection; on a phone it would cover it. */
const panelOnSelection = (panel: Workspace["panel"]): Workspace["panel"] =>
  globalThis.matchMedia?.(PHONE_QUERY).matches ? panel : "inspector";

export const workspaceStore = createStore<Workspace>()((set) => ({
  ...FRESH,
  selectCards: (cards) =>
    set((state) => ({
      selection: cards.length === 0 ? NOTHING : { cards, link: null },
      panel: cards.length === 0 ? state.panel : panelOnSelection(state.panel),
    })),
  selectLink: (link) =>
    set((state) => ({ selection: { cards: [], link }, panel: panelOnSelection(state.panel) })),
  clearSelection: () => set({ selection: NOTHING }),
  openPanel: () => set(({ panelAsked }) => ({ panel: "inspector", panelAsked: panelAsked + 1 })),
  closePanel: () => set({ panel: "closed" }),
  showType: (type, shown) =>
    set((state) => {
      // The same set again would have every view work out anew what it shows.
      if (state.shownTypes.has(type) === shown) return state;
      const shownTypes = new Set(state.shownTypes);
      if (shown) shownTypes.add(type);
      else shownTypes.delete(type);
      return { shownTypes };
    }),
  setTool: (tool) => set({ tool }),
  askToRemove: (cards) => set({ removing: cards.length > 0 ? cards : null }),
  endRemoval: () => set({ removing: null }),
  reset: () => set(({ panelAsked }) => ({ ...FRESH, panelAsked })),
}));

/** Selects from the store inside React. Return the same object for the same state, or the view renders for ever. */
export const useWorkspace = <Value>(selector: (state: Workspace) => Value): Value =>
  useStore(workspaceStore, selector);
