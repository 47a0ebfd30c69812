/**
 * The secret in the address. It travels in the fragment, which no server log sees, and is taken out of the address
 * and the history before anything else happens. Read once: a page that renders twice gets the same answer.
 */
let taken: string | null = null;

export function takeSecret(): string {
  const inAddress = decodeURIComponent(location.hash.slice(1));
  if (inAddress !== "") {
    taken = inAddress;
    history.replaceState(history.state, "", location.pathname);
  }
  return taken ?? "";
}

/** Forgets the secret once it has been used. */
export function forgetSecret(): void {
  taken = null;
}
