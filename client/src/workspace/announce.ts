/**
 * What is said to a screen reader, politely and once. Whoever does something on this person's behalf says it here, in
 * words of the map (lane, parent, neighbour), never in pixels: `announce(t("canvas.said.moved", …))`.
 */
type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Says a sentence. Nothing is heard while no map is open. */
export function announce(text: string): void {
  if (text !== "") for (const listener of listeners) listener(text);
}

/** For the one region that speaks. Returns how to stop. */
export function onAnnounced(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
