// The cases of a map out of its stored bytes. Runs in the worker; pure. A map gives whole cases up to its limit, so
// that one large map cannot fill the answer or the memory of the server.
import { casesOf, type MapCase } from "@trellis/shared/derive/cases";
import { CASE_LIMITS } from "@trellis/shared/protocol/api";
import { takeSnapshot } from "@trellis/shared/read/observe";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { docFrom } from "./liveDoc.ts";

/** @throws IncompleteDocumentError */
export function gather(
  snapshot: Uint8Array,
  tail: readonly Uint8Array[],
): { readonly cases: readonly MapCase[]; readonly isCut: boolean } {
  const doc = docFrom({
    snapshot: { seq: 0, bytes: snapshot },
    tail: tail.map((bytes) => ({ seq: 0, bytes })),
  });
  try {
    const all = casesOf(takeSnapshot(new MapDoc(doc)));
    const cases: MapCase[] = [];
    let bytes = 0;
    for (const one of all) {
      bytes += Buffer.byteLength(JSON.stringify(one));
      if (bytes > CASE_LIMITS.mapBytes) break;
      cases.push(one);
    }
    return { cases, isCut: cases.length < all.length };
  } finally {
    doc.destroy();
  }
}
