/**
 * Finds what somebody means by a few words. Every word must occur, in any order; case and accents do not count. What
 * begins with the words comes first, then what has a word that begins so, then the rest; shorter before longer.
 * Pure; quick enough to run with each key on 5,000 cards.
 */
export interface Findable {
  /** What it is called. */
  readonly name: string;
  /** Further words it is found by, such as its type; weaker than the name. */
  readonly also: string;
}

/** A text without case and accents. */
const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");

/** Ready to be searched many times. */
export interface Prepared<Item> {
  readonly item: Item;
  readonly name: string;
  readonly all: string;
}

export const prepare = <Item extends Findable>(items: readonly Item[]): Prepared<Item>[] =>
  items.map((item) => {
    const name = plain(item.name);
    return { item, name, all: `${name} ${plain(item.also)}` };
  });

/** Smaller is better; null when a word is missing. */
function rank({ name, all }: Prepared<unknown>, query: string, words: readonly string[]): number | null {
  if (!words.every((word) => all.includes(word))) return null;
  if (name.startsWith(query)) return 0;
  const startsWord = (word: string) => name.startsWith(word) || name.includes(` ${word}`);
  if (words.every(startsWord)) return 1;
  if (words.every((word) => name.includes(word))) return 2;
  return 3;
}

export interface Found<Item> {
  readonly items: readonly Item[];
  /** How many fit, shown or not. */
  readonly count: number;
}

/** The best `limit` of what fits; everything in its own order when nothing is asked for. */
export function search<Item>(prepared: readonly Prepared<Item>[], query: string, limit: number): Found<Item> {
  const asked = plain(query).trim().replace(/\s+/g, " ");
  if (asked === "")
    return { items: prepared.slice(0, limit).map(({ item }) => item), count: prepared.length };
  const words = asked.split(" ");
  const fits: { readonly entry: Prepared<Item>; readonly rank: number }[] = [];
  for (const entry of prepared) {
    const found = rank(entry, asked, words);
    if (found !== null) fits.push({ entry, rank: found });
  }
  fits.sort((one, other) => one.rank - other.rank || one.entry.name.length - other.entry.name.length);
  return { items: fits.slice(0, limit).map(({ entry }) => entry.item), count: fits.length };
}
