/** Finding by typing: every word typed occurs, wherever it stands; accents and case do not matter. Pure. */

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/**
 * The items whose words hold all that is typed. Those that begin with it come first, then those with a word that does;
 * items alike keep their order.
 */
export function matching<Item>(
  items: readonly Item[],
  typed: string,
  wordsOf: (item: Item) => string,
): Item[] {
  const query = plain(typed).trim();
  if (query === "") return [...items];
  const words = query.split(/\s+/);
  const rank = (item: Item): number => {
    const text = plain(wordsOf(item));
    if (!words.every((word) => text.includes(word))) return -1;
    if (text.startsWith(query)) return 0;
    return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words[0] as string)) ? 1 : 2;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((found) => found.rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
