/** How long a guest link works. Pure. */
export const LIFETIMES = ["none", "day", "week", "month"] as const;
export type Lifetime = (typeof LIFETIMES)[number];

const DAYS: Readonly<Record<Exclude<Lifetime, "none">, number>> = { day: 1, week: 7, month: 30 };
const DAY_MS = 24 * 60 * 60 * 1000;

/** The moment a link made now stops working, as an ISO time; null when it works until it is revoked. */
export const expiryAfter = (lifetime: Lifetime, now: Date): string | null =>
  lifetime === "none" ? null : new Date(now.getTime() + DAYS[lifetime] * DAY_MS).toISOString();
