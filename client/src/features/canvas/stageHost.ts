/** What the stage is given: the page it stands in, and what is looked at. */
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { CardLayer } from "./cardLayer.ts";
import type { Point, View } from "./geometry.ts";
import type { LinkKind } from "./linkStyle.ts";
import type { Motion } from "./panZoom.ts";
import type { Detail } from "./windowing.ts";

export interface StageHost {
  readonly getView: () => View;
  readonly showView: (view: View, motion?: Motion) => void;
  /** The canvas corner in pixels of the window. */
  readonly corner: () => Point;
  readonly cards: CardLayer;
  readonly showDetail: (detail: Detail) => void;
  /** The zoom is changing, or no longer. */
  readonly showZooming: (zooming: boolean) => void;
}

/** What is looked at now; all of it local to this tab. */
export interface Look {
  readonly selected: ReadonlySet<CardId>;
  readonly link: LinkId | null;
  readonly hovered: CardId | null;
  readonly titleOf: CardId | null;
  readonly kinds: ReadonlySet<LinkKind>;
  /** Cards in the middle of a focus: one asked what they are tied to, so all their links show. */
  readonly middles: readonly CardId[];
  readonly peers: ReadonlyMap<CardId, string>;
}
