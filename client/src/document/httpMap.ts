/** A map read over HTTP, for networks that let no WebSocket through. It can be looked at, never written back. */
import { edit, LoadOrigin } from "@trellis/shared/ops/edit";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import * as Y from "yjs";

/** True when the server can be reached at all. A failed request is an answer here, not an error. */
export async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch("/health", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** The map as a document of its own, or null when it cannot be had now; the caller asks again. */
export async function readMapOverHttp(mapId: string): Promise<MapDoc | null> {
  try {
    const response = await fetch(`/api/maps/${encodeURIComponent(mapId)}/snapshot`, { cache: "no-store" });
    if (!response.ok) return null;
    const [{ importMap }, { decodeMapFile }, { IMPORT_LIMITS }] = await Promise.all([
      import("@trellis/shared/ops/importMap"),
      import("@trellis/shared/schema/mapFile"),
      import("@trellis/shared/protocol/api"),
    ]);
    const decoded = decodeMapFile(await response.json(), IMPORT_LIMITS);
    if (!decoded.file) {
      console.error("the map came in a form that cannot be read", decoded.problems);
      return null;
    }
    const map = new MapDoc(new Y.Doc());
    const { file } = decoded;
    edit(map, new LoadOrigin(), (draft) => importMap(draft, file));
    return map;
  } catch (error) {
    console.warn("the map could not be read over HTTP; it is tried again", error);
    return null;
  }
}
