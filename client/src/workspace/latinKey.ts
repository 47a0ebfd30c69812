/**
 * Which letter key was pressed, whatever alphabet the keyboard writes. Commands are named by Latin letters; a Greek or
 * Cyrillic keyboard types others, so there the place of the key decides.
 */

interface Pressed {
  readonly key: string;
  /** Where the key lies, by its name on a US keyboard. */
  readonly code: string;
}

/** A key with what is held beside it: what a view needs of the browser's event to know what is meant. */
export interface PressedKey extends Pressed {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const LATIN_LETTER = /^\p{Script=Latin}$/u;
const ANY_LETTER = /^\p{L}$/u;
const LETTER_PLACE = /^Key([A-Z])$/;

/**
 * `event.key`, with letters in lower case. A letter of another script becomes the Latin letter of its place; digits,
 * signs and named keys (`Enter`, `ArrowLeft`) stay as they are, and so do letters of keys that no Latin letter lies on.
 */
export function latinKey({ key, code }: Pressed): string {
  if (LATIN_LETTER.test(key)) return key.toLowerCase();
  const place = ANY_LETTER.test(key) ? LETTER_PLACE.exec(code)?.[1] : undefined;
  return place?.toLowerCase() ?? key;
}
