// How deep an update would nest. A map of Yjs types nested thousands deep fits into one frame and overflows the stack
// of whoever deletes or prints it, so depth is bounded before anything is applied. Invariant: no recursion here.
import * as Y from "yjs";
import type { Struct } from "./decodedUpdate.ts";

const MAX_DEPTH = 32;

/** Depth of an item that is in the document: 1 for an item of a root, 0 for none. Counts no further than needed. */
function depthInDoc(doc: Y.Doc, id: Y.ID): number {
  const structs = doc.store.clients.get(id.client);
  if (structs === undefined || id.clock >= Y.getState(doc.store, id.client)) return 0;
  const struct = structs[Y.findIndexSS(structs, id.clock)];
  let depth = 0;
  let item: Y.Item | null = struct instanceof Y.Item ? struct : null;
  while (item !== null && depth <= MAX_DEPTH) {
    depth++;
    const parent: unknown = item.parent;
    item = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return depth;
}

/** The item that decides where `item` stands, and by how much it stands deeper; null for an item of a root. */
function anchorOf(item: Y.Item): { id: Y.ID; deeper: 0 | 1 } | null {
  const parent: unknown = item.parent;
  if (parent instanceof Y.ID) return { id: parent, deeper: 1 };
  // Without a parent of its own an item stands beside its neighbour.
  const beside = item.origin ?? item.rightOrigin;
  return beside === null || typeof parent === "string" ? null : { id: beside, deeper: 0 };
}

/** Finds the struct of an update that holds an id, by halving. */
function finder(structs: readonly Struct[]): (id: Y.ID) => Y.Item | null {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const known = byClient.get(struct.id.client);
    if (known) known.push(struct);
    else byClient.set(struct.id.client, [struct]);
  }
  return ({ client, clock }) => {
    const own = byClient.get(client) ?? [];
    let low = 0;
    let high = own.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = own[middle] as Struct;
      if (clock < struct.id.clock) high = middle - 1;
      else if (clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct instanceof Y.Item ? struct : null;
    }
    return null;
  };
}

/** True when an item of the update would stand deeper than the limit. Items in a circle count as too deep. */
export function isTooDeep(structs: readonly Struct[], doc: Y.Doc): boolean {
  // Only what can hold others makes a map deeper; most changes hold none.
  if (!structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType))
    return false;
  const find = finder(structs);
  const depths = new Map<Y.Item, number>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || depths.has(struct)) continue;
    const chain: { item: Y.Item; deeper: 0 | 1 }[] = [];
    let item: Y.Item | null = struct;
    let depth = 1;
    while (item !== null) {
      const known = depths.get(item);
      if (known !== undefined) {
        depth = known;
        break;
      }
      if (chain.length > structs.length) return true;
      const anchor = anchorOf(item);
      chain.push({ item, deeper: anchor?.deeper ?? 0 });
      if (anchor === null) break;
      const next: Y.Item | null = find(anchor.id);
      if (next === null) depth = Math.max(1, depthInDoc(doc, anchor.id));
      item = next;
    }
    for (const { item: link, deeper } of chain.reverse()) {
      depth += deeper;
      if (depth > MAX_DEPTH) return true;
      depths.set(link, depth);
    }
  }
  return false;
}
