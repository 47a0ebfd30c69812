/** Every currency the browser knows, with its English name. Worked out once. */
import type { Choice } from "../formContext.ts";

let choices: readonly Choice[] | null = null;

export function currencyChoices(): readonly Choice[] {
  if (choices) return choices;
  const names = new Intl.DisplayNames("en-GB", { type: "currency" });
  choices = Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} ${names.of(code) ?? ""}`.trim(),
  }));
  return choices;
}
