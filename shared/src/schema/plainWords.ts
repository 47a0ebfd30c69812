/**
 * Signs that show nothing and do harm, taken out of what is written on a map: control characters, which break files and
 * other programs, and signs that turn the order of what follows around. Tabs and line ends stay. Pure.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E]/;
const ALL_UNSEEN = new RegExp(UNSEEN, "g");

/** The JSON value with every text in it cleaned; the same value where there is nothing to clean. */
export function plainWords<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return UNSEEN.test(value) ? value.replace(ALL_UNSEEN, "") : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const entries = value.map(cleaned);
    return entries.some((entry, index) => entry !== value[index]) ? entries : value;
  }
  const fields = Object.entries(value).map(([key, field]) => [key, field, cleaned(field)] as const);
  return fields.some(([, before, after]) => before !== after)
    ? Object.fromEntries(fields.map(([key, , after]) => [key, after]))
    : value;
}
