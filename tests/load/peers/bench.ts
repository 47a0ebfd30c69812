/*
 * What the peer pages share: the map they show and how they say that they are ready.
 */
export interface PeerCard {
  id: string;
  title: string;
  status: string;
  /** The middle of the card. */
  x: number;
  y: number;
}

export interface PeerMap {
  cards: PeerCard[];
  links: { id: string; from: string; to: string }[];
}

export const WIDTH = 220;
export const HEIGHT = 84;

export const map = (await (await fetch("./map.json")).json()) as PeerMap;

export interface Handles {
  view(): { x: number; y: number; zoom: number };
  setView(x: number, y: number, zoom: number): void;
  nodePoint(index: number): { x: number; y: number };
  nodeWorld(index: number): { x: number; y: number };
  select(indexes: number[]): void;
}

/** Lets the page be driven and measured; ready two frames later. */
export function publish(handles: Handles): void {
  const bench = {
    ...handles,
    ready: false,
    cardIds: map.cards.map(({ id }) => id),
    worldCards: map.cards.map(({ x, y }) => ({ x, y })),
  };
  Object.assign(window, { __bench: bench });
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      bench.ready = true;
    }),
  );
}

export function root(): HTMLElement {
  const element = document.getElementById("root");
  if (!element) throw new Error("The page has no root.");
  return element;
}
