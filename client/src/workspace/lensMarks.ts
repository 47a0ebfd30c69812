/**
 * Signs for the values of a lens: a letter or number and a colour for each, the same on the canvas, in the outline and
 * in tables. The sign tells them apart; colours may come round again. Pure.
 */
import { LENS_COLOURS } from "./palette.ts";

export interface LensSign {
  /** One or two letters, or a number. */
  readonly sign: string;
  readonly colour: string;
}

/** Letters and digits of a name, which is what a sign is made of. */
const lettersOf = (name: string): string[] =>
  [...name.normalize("NFC").matchAll(/[\p{L}\p{N}]/gu)].map(String);

/** In the order of the values: numbers stand for themselves, words for their first letter, or two where that is taken. */
export function lensSigns(
  values: readonly (string | number)[],
  name: (value: string | number) => string,
): LensSign[] {
  const initials = new Map<string, number>();
  const words = values.map((value) => (typeof value === "number" ? [] : lettersOf(name(value))));
  for (const [first] of words)
    if (first) initials.set(first.toUpperCase(), (initials.get(first.toUpperCase()) ?? 0) + 1);
  const taken = new Set<string>();
  return values.map((value, index) => {
    const [first = "", ...rest] = words[index] ?? [];
    const initial = first.toUpperCase();
    const candidates =
      typeof value === "number"
        ? [String(value)]
        : [
            ...(initial !== "" && initials.get(initial) === 1 ? [initial] : []),
            ...(initial === "" ? [] : rest.map((letter) => initial + letter.toLowerCase())),
          ];
    const sign = candidates.find((one) => !taken.has(one)) ?? String(index + 1);
    taken.add(sign);
    return { sign, colour: LENS_COLOURS[index % LENS_COLOURS.length] as string };
  });
}

/** As many signs as a card wears; of more values it wears two, and how many are left. */
const MOST_WORN = 3;
const REST_COLOUR = "#4c5667";

/** What a card wears that carries several values: the sign of each while they are few, so that it is told as a whole. */
export const signsWorn = (signs: readonly LensSign[]): readonly LensSign[] =>
  signs.length <= MOST_WORN
    ? signs
    : [...signs.slice(0, MOST_WORN - 1), { sign: `+${signs.length - MOST_WORN + 1}`, colour: REST_COLOUR }];
