/** The values of an own lens as people write them, one a line. Pure. */

/** As the record takes them: longest name or value, most values. */
export const LONGEST = 120;
const MOST = 200;

/** Each once, in the order written; empty lines say nothing. */
export const valuesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== ""),
  ),
];

/** One line, as a name is kept. */
export const nameIn = (name: string): string => name.replace(/\s+/g, " ").trim();

const sameName = (one: string, other: string): boolean =>
  nameIn(one).toLowerCase() === nameIn(other).toLowerCase();

/**
 * What is wrong, as the last part of a key of the catalogue; null when the lens can be kept.
 * @param others names of the other lenses of the map, built-in ones too
 */
export function lensWrong(
  name: string,
  text: string,
  others: readonly string[],
): "noName" | "longName" | "sameName" | "noValues" | "longValue" | "manyValues" | null {
  const values = valuesIn(text);
  if (nameIn(name) === "") return "noName";
  if (nameIn(name).length > LONGEST) return "longName";
  if (others.some((other) => sameName(name, other))) return "sameName";
  if (values.length === 0) return "noValues";
  if (values.some((value) => value.length > LONGEST)) return "longValue";
  return values.length > MOST ? "manyValues" : null;
}
