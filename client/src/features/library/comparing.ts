/** Cases of this map and of others, by their likeness to one. Pure. */
import type { MapCase } from "@trellis/shared/derive/cases";
import { type Case, comparable, type Likeness } from "@trellis/shared/derive/library";

/** A map whose cases came from the server. */
export interface OtherMap {
  readonly id: string;
  readonly title: string;
  readonly cases: readonly (Omit<MapCase, "card"> & { readonly card: string })[];
}

/** A case and where it stands; `map` null: on the open map. */
export interface FoundCase extends Omit<MapCase, "card"> {
  readonly card: string;
  readonly map: { readonly id: string; readonly title: string } | null;
}

export interface ComparedCase extends Likeness {
  readonly score: number;
  readonly found: FoundCase;
}

/** Every case there is to compare with; of the map itself without the one that is compared. */
export const casesThere = (
  own: readonly MapCase[],
  others: readonly OtherMap[],
  except: string | null,
): readonly FoundCase[] => [
  ...own.filter(({ card }) => card !== except).map((one) => ({ ...one, map: null })),
  ...others.flatMap(({ id, title, cases }) => cases.map((one) => ({ ...one, map: { id, title } }))),
];

export const compared = (one: Case, there: readonly FoundCase[]): readonly ComparedCase[] =>
  comparable(one, there);

/** Whether a case of another map is on this one already, as far as its words tell. */
export const isHere = (found: Pick<FoundCase, "title" | "year">, own: readonly MapCase[]): boolean =>
  own.some(({ title, year }) => title.trim() === found.title.trim() && year === found.year);
