/** Every currency the browser knows, with its English name. Worked out once. */

interface CurrencyChoice {
  readonly value: string;
  readonly label: string;
}

let choices: readonly CurrencyChoice[] | null = null;

export function currencyChoices(): readonly CurrencyChoice[] {
  if (choices) return choices;
  const names = new Intl.DisplayNames("en-GB", { type: "currency" });
  choices = Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} ${names.of(code) ?? ""}`.trim(),
  }));
  return choices;
}
