const twoDigits = (part: number): string => String(part).padStart(2, "0");

/** The day on this person's calendar, `2026-01-31`. */
export const today = (now = new Date()): string =>
  [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
