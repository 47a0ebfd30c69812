/**
 * Where in the panel the focus is to go: somebody was told to fill in a field or to choose an actor, and pressed the
 * button that leads there. The panel of the owner fulfils the wish once and forgets it.
 */
import type { LinkMend } from "@trellis/shared/derive/health/check";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { enterPanelFrom } from "./panelFocus.ts";
import { showCard } from "./showCard.ts";
import { workspaceStore } from "./workspaceStore.ts";

export interface PanelWish {
  readonly owner: CardId | LinkId;
  /** A field (`baseline`, `lenses.sphere`), or a row of chips (`chips:champion`, `chips:addresses.out`). */
  readonly place: string;
  /** What is known beforehand of the record that is to be added to the list at the place. */
  readonly begun: Begun | null;
}

/** Fields of a record that nobody has written yet. */
export type Begun = Readonly<Record<string, unknown>>;

interface PanelWishes {
  readonly wish: PanelWish | null;
}

const wishStore = createStore<PanelWishes>()(() => ({ wish: null }));

/** The focus goes straight to the place, before the panel could see where it came from: leaving it leads back here. */
function comeFromHere(): void {
  const from = document.activeElement;
  if (from && from !== document.body && !from.closest("[data-inspector]")) enterPanelFrom(from);
}

/** Opens a card at one place of its panel; a list there begins its blank row with `begun`. */
export function openAt(card: Pick<Card, "id" | "type">, place: string, begun: Begun | null = null): void {
  comeFromHere();
  wishStore.setState({ wish: { owner: card.id, place, begun } });
  showCard(card);
}

/** Opens a link at one of its fields. */
export function openLinkAt(link: LinkId, field: string): void {
  comeFromHere();
  wishStore.setState({ wish: { owner: link, place: field, begun: null } });
  workspaceStore.getState().selectLink(link);
  workspaceStore.getState().openPanel();
}

export const endWish = (): void => wishStore.setState({ wish: null });

/** The row of chips by which cards are joined in this way to the one that stands at its `end`. */
export const chipsPlace = ({ type, end, role }: Pick<LinkMend, "type" | "end" | "role">): string =>
  `chips:${role ?? `${type}.${end === "to" ? "in" : "out"}`}`;

/** What is wished for in the panel of this owner, as long as nobody has led there. */
export const useWish = (owner: string): PanelWish | null =>
  useStore(wishStore, ({ wish }) => (wish?.owner === owner ? wish : null));

export const useWishedPlace = (owner: string): string | null => useWish(owner)?.place ?? null;
