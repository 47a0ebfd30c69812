/** Formats of numbers, each made once: making one costs far more than using it, and a view of money writes hundreds. */
const LOCALE = "en-GB";
const made = new Map<string, Intl.NumberFormat>();

/** The format that `options` describe; the same one for equal options. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const format = made.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  made.set(key, format);
  return format;
}
