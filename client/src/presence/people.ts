/** People out of tabs: each person once, however many tabs they have open. Pure. */
import type { Peer } from "./peerBook.ts";

/** One person and the tab that shows best where they are. */
export interface PersonHere extends Peer {
  readonly tabs: readonly number[];
}

/** How much a tab tells about where its person is. */
const tells = ({ editing, selection, view }: Peer): number =>
  (editing ? 4 : 0) + (selection.length > 0 ? 2 : 0) + (view ? 1 : 0);

/** Everybody but `ownId` (the login of this tab), in the order of names. */
export function peopleOf(peers: readonly Peer[], ownId: string | undefined): readonly PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const peer of peers) {
    if (peer.personId === ownId) continue;
    const known = people.get(peer.personId);
    const tabs = [...(known?.tabs ?? []), peer.clientId];
    people.set(peer.personId, { ...(known && tells(known) >= tells(peer) ? known : peer), tabs });
  }
  return [...people.values()].sort(
    (one, other) => one.name.localeCompare(other.name, "en-GB") || one.clientId - other.clientId,
  );
}

/** People whose tab follows this one, each once. */
export const followersOf = (peers: readonly Peer[], ownClientId: number): readonly Peer[] => [
  ...new Map(
    peers.filter(({ following }) => following === ownClientId).map((peer) => [peer.personId, peer]),
  ).values(),
];

/**
 * True when following `target` from the tab `own` would lead back to it: two who follow each other would push one
 * another about without end.
 */
export function followsBack(peers: readonly Peer[], own: number, target: number): boolean {
  const next = new Map(peers.map(({ clientId, following }) => [clientId, following]));
  const seen = new Set<number>();
  for (
    let at: number | null | undefined = target;
    typeof at === "number" && !seen.has(at);
    at = next.get(at)
  ) {
    if (at === own) return true;
    seen.add(at);
  }
  return false;
}
