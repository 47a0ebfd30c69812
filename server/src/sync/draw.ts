// Pictures out of stored bytes or a file. Runs in the worker; pure.
import { encodePicture } from "@trellis/shared/codecs/picture";
import { takeSnapshot } from "@trellis/shared/read/observe";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import type * as Y from "yjs";
import { docFrom, docOfFile } from "./liveDoc.ts";

function pictureOf(doc: Y.Doc): string {
  try {
    return encodePicture(takeSnapshot(new MapDoc(doc)));
  } finally {
    doc.destroy();
  }
}

/** @throws IncompleteDocumentError */
export const draw = (snapshot: Uint8Array, tail: readonly Uint8Array[]): string =>
  pictureOf(
    docFrom({ snapshot: { seq: 0, bytes: snapshot }, tail: tail.map((bytes) => ({ seq: 0, bytes })) }),
  );

export const drawFile = (file: MapFile): string => pictureOf(docOfFile(file));
