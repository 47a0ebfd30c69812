/**
 * How many cards and links a map holds, on the page, on the server and in a file: one that is full can still be exported
 * and comes back whole.
 */
export const MAP_LIMITS = { cards: 10_000, links: 50_000 } as const;
