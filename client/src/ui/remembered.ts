/**
 * Small choices kept in this browser. A browser may refuse (private windows, policies of the house): then nothing is
 * remembered and everything works all the same.
 */
export function recall(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    // Refused: as if nothing had ever been chosen.
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch (error) {
    // The choice holds until the page is closed, which is all that can be had here.
    console.warn("this browser keeps no choices", error);
  }
}
