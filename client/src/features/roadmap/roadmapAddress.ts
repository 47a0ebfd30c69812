/**
 * What the roadmap keeps in the address: `?part=table&zoom=quarters&of=m-2038`. What goes without saying is left out, a
 * value that is none is read as the first choice, and other keys are not touched. Pure.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { cardIn, chosen, unlessFirst, withChoices } from "../../workspace/addressChoices.ts";

export const PARTS = ["time", "table", "phases"] as const;
export type Part = (typeof PARTS)[number];
export const ZOOMS = ["fit", "years", "quarters"] as const;
export type Zoom = (typeof ZOOMS)[number];

export interface RoadmapAddress {
  readonly part: Part;
  readonly zoom: Zoom;
  /** The one mission that is shown; null: all of them. */
  readonly mission: CardId | null;
}

export function readRoadmap(search: string): RoadmapAddress {
  const params = new URLSearchParams(search);
  return {
    part: chosen(PARTS, params.get("part")),
    zoom: chosen(ZOOMS, params.get("zoom")),
    mission: cardIn(params.get("of")),
  };
}

/** `search` with these choices written into it. */
export function writeRoadmap(search: string, { part, zoom, mission }: RoadmapAddress): string {
  return withChoices(search, {
    part: unlessFirst(PARTS, part),
    zoom: unlessFirst(ZOOMS, zoom),
    of: mission,
  });
}
