/** Which maps of the list are shown, and in which order. Pure. */
import type { MapListItem } from "@trellis/shared/protocol/api";

export const MAP_ORDERS = ["changed", "title"] as const;
export type MapOrder = (typeof MAP_ORDERS)[number];

const byTitle = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** Letters without accents and case, so that "Zurich" finds "Zürich". */
const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");

/** Maps whose title and place hold every word of `search`. */
export function mapsShown(
  maps: readonly MapListItem[],
  { search, order }: { readonly search: string; readonly order: MapOrder },
): readonly MapListItem[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = maps.filter(({ title, place }) => {
    const text = plain(`${title} ${place ?? ""}`);
    return words.every((word) => text.includes(word));
  });
  if (order === "title") return found.toSorted((one, other) => byTitle.compare(one.title, other.title));
  return found.toSorted((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt));
}
