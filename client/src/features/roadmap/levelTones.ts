import type { Level } from "@trellis/shared/schema/enums";
import type { Tone } from "../../ui/chart/tones.ts";

const TONES: Readonly<Record<Level, Tone>> = {
  supranational: 5,
  national: 3,
  regional: 2,
  city_region: 1,
  municipal: 6,
  neighbourhood: 4,
};

/** The same tone for a level in every chart of phases; ink where it is not known. */
export const toneOfLevel = (level: Level | null): Tone => (level === null ? 0 : TONES[level]);
