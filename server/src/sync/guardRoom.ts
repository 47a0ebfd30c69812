// How many cards and links a map may hold: as many as a file, so that every map can be exported and comes back whole.
// Only ids the document has never seen are counted: an undo that brings cards back is taken even at the limit.
import { MAP_LIMITS } from "@trellis/shared/schema/mapLimits";
import * as Y from "yjs";
import type { DecodedUpdate } from "./decodedUpdate.ts";

const ROOMS: readonly (readonly [root: "cards" | "links", most: number])[] = [
  ["cards", MAP_LIMITS.cards],
  ["links", MAP_LIMITS.links],
];

function inUse(stored: ReadonlyMap<string, Y.Item> | undefined): number {
  let count = 0;
  for (const item of stored?.values() ?? []) if (!item.deleted) count++;
  return count;
}

/** True when the update brings cards or links for which the map has no room left. */
export function isTooMany({ structs }: DecodedUpdate, doc: Y.Doc): boolean {
  return ROOMS.some(([root, most]) => {
    const stored = doc.share.get(root)?._map;
    const added = new Set<string>();
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.parentSub === null) continue;
      const parent: unknown = struct.parent;
      if (parent === root && !stored?.has(struct.parentSub)) added.add(struct.parentSub);
    }
    return added.size > 0 && added.size + inUse(stored) > most;
  });
}
