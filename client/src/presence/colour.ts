/** A colour per person, the same on every screen. White text is readable on each (at least 4.5 : 1). */
const COLOURS = [
  "#0f766e",
  "#b5520b",
  "#a21caf",
  "#1d4ed8",
  "#4d7c0f",
  "#be123c",
  "#6d28d9",
  "#0e7490",
  "#92400e",
  "#475569",
] as const;

/** Stable for an id; two people may share a colour, so a name always stands beside it. */
export function personColour(id: string): string {
  let hash = 2166136261;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 16777619);
  return COLOURS[(hash >>> 0) % COLOURS.length] ?? COLOURS[0];
}

/** Up to two letters for an avatar. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("") || "?";
}
