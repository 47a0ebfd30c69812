/** Text for XML: what XML cannot hold is taken out, what it gives meaning to is escaped. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 does not allow.
const NOT_ALLOWED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe as the content of an element and inside a quoted attribute. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_ALLOWED, "")
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
