/**
 * When to come back after a socket closed. The stock provider has no jitter and starts at 200 ms, so a restart would
 * bring every browser back in the same instant; these delays replace its own (see `mapConnection`).
 */
const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** After a `goAway`, people come back spread over this long (ms). */
const SPREAD_MS = 3_000;

/**
 * Delay before attempt number `attempt` (0 = the first after a close), in ms: 0.5 to 30 s, doubling, half of it
 * random. `askedMs` is what the server asked for; it is waited for in full.
 */
export function reconnectDelayMs(attempt: number, askedMs: number | null, random: () => number): number {
  if (askedMs !== null) return askedMs + random() * SPREAD_MS;
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt + 1));
  return Math.max(FIRST_MS, full / 2 + (random() * full) / 2);
}
