/** The values of an own lens as people write them, one a line. Pure. */

/** As the record takes them: longest value, most of them. */
const LONGEST = 120;
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

/** What is wrong, as the last part of a key of the catalogue; null when the lens can be kept. */
export function lensWrong(
  name: string,
  text: string,
): "noName" | "noValues" | "longValue" | "manyValues" | null {
  const values = valuesIn(text);
  if (name.trim() === "") return "noName";
  if (values.length === 0) return "noValues";
  if (values.some((value) => value.length > LONGEST)) return "longValue";
  return values.length > MOST ? "manyValues" : null;
}
