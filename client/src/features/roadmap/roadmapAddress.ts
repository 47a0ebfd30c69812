/**
 * What the roadmap keeps in the address: `?part=table&zoom=quarters&of=m-2038`. What goes without saying is left out, a
 * value that is none is read as the first choice, and other keys are not touched. Pure.
 */
import { type CardId, isId } from "@trellis/shared/schema/ids";

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

const named = <Value extends string>(values: readonly Value[], value: string | null): Value =>
  values.find((one) => one === value) ?? (values[0] as Value);

export function readRoadmap(search: string): RoadmapAddress {
  const params = new URLSearchParams(search);
  const mission = params.get("of");
  return {
    part: named(PARTS, params.get("part")),
    zoom: named(ZOOMS, params.get("zoom")),
    mission: isId(mission) ? (mission as CardId) : null,
  };
}

/** `search` with these choices written into it. */
export function writeRoadmap(search: string, { part, zoom, mission }: RoadmapAddress): string {
  const params = new URLSearchParams(search);
  const put = (key: string, value: string, first: string) =>
    value === first ? params.delete(key) : params.set(key, value);
  put("part", part, PARTS[0]);
  put("zoom", zoom, ZOOMS[0]);
  put("of", mission ?? "", "");
  // Commas and colons may stand in an address as they are, and can then be read.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
