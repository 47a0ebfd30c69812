/**
 * How choices stand in an address, for every view that keeps some there: what goes without saying is left out, a value
 * that is none is read as none or as the first choice, and other keys are not touched. Pure.
 */
import { type CardId, isId } from "@trellis/shared/schema/ids";

/** The value that a text names; null where it names none. */
export const named = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((one) => one === text) ?? null;

/** The value that a text names, else the first, which goes without saying. */
export const chosen = <Value extends string>(values: readonly Value[], text: string | null): Value =>
  named(values, text) ?? (values[0] as Value);

/** The values that a text names between commas, each once and in their own order. */
export function allNamed<Value extends string>(values: readonly Value[], text: string | null): Value[] {
  const asked = new Set((text ?? "").split(","));
  return values.filter((value) => asked.has(value));
}

/** An id that a text is; whether a card has it, the map knows. */
export const cardIn = (text: string | null): CardId | null => (isId(text) ? (text as CardId) : null);

/** What to write of a choice: nothing for the first. */
export const unlessFirst = <Value extends string>(values: readonly Value[], value: Value): Value | null =>
  value === values[0] ? null : value;

/** `search` with each choice under its key, or without the key where there is nothing to say. */
export function withChoices(search: string, choices: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(search);
  for (const [key, value] of Object.entries(choices)) {
    if (value === null || value === "") params.delete(key);
    else params.set(key, value);
  }
  // Commas and colons may stand in an address as they are, and can then be read.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
