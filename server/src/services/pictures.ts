// Small pictures of maps and templates, drawn when asked for and kept in memory while they are true.
import { PICTURE_FORMAT } from "@trellis/shared/codecs/picture";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import type { LiveMaps } from "../ports/liveMaps.ts";
import type { MapRecord } from "../ports/mapStore.ts";
import { KeptByChange } from "./keptByChange.ts";

const MOST_KEPT = 200;

export interface Picture {
  /** Names the picture's content; it changes whenever the picture may. */
  readonly tag: string;
  readonly svg: string;
}

/** What the picture of this state of a map is called. */
export const pictureTag = ({ epoch, seq }: Pick<MapRecord, "epoch" | "seq">): string =>
  `${PICTURE_FORMAT}.${epoch}.${seq}`;

export class Pictures {
  readonly #liveMaps: LiveMaps;
  readonly #kept = new KeptByChange<Picture>(MOST_KEPT);

  constructor(liveMaps: LiveMaps) {
    this.#liveMaps = liveMaps;
  }

  /** The map as it is, or a little newer. @throws UnknownMapError, CorruptLogError */
  ofMap(map: Pick<MapRecord, "id" | "epoch" | "seq">): Promise<Picture> {
    return this.#kept.ask(map.id, pictureTag(map), async () => {
      const { svg, ...state } = await this.#liveMaps.picture(map.id);
      return { tag: pictureTag(state), svg };
    });
  }

  /** A template's document never changes, so its id says which picture it is. */
  ofTemplate(id: string, tag: string, file: () => Promise<MapFile>): Promise<Picture> {
    return this.#kept.ask(`template ${id}`, tag, async () => ({
      tag,
      svg: await this.#liveMaps.pictureOfFile(await file()),
    }));
  }

  /** For a map that is gone for good. */
  forget(mapId: string): void {
    this.#kept.forget(mapId);
  }
}
