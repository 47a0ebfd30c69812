// Small pictures of maps and templates, drawn when asked for and kept in memory while they are true.
// Invariants: (1) a picture is kept under the change it shows, so one made before a change is never given out after it;
// (2) one is drawn at a time: the thread that draws also has work that people wait for; (3) at most `MOST_KEPT` are kept.
import { PICTURE_FORMAT } from "@trellis/shared/codecs/picture";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import type { LiveMaps } from "../ports/liveMaps.ts";
import type { MapRecord } from "../ports/mapStore.ts";

const MOST_KEPT = 200;

export interface Picture {
  /** Names the picture's content; it changes whenever the picture may. */
  readonly tag: string;
  readonly svg: string;
}

/** What the picture of this state of a map is called. */
export const pictureTag = ({ epoch, seq }: Pick<MapRecord, "epoch" | "seq">): string =>
  `${PICTURE_FORMAT}.${epoch}.${seq}`;

interface Kept {
  readonly tag: string;
  readonly drawn: Promise<Picture>;
}

export class Pictures {
  readonly #liveMaps: LiveMaps;
  /** Least recently asked for first. */
  readonly #kept = new Map<string, Kept>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(liveMaps: LiveMaps) {
    this.#liveMaps = liveMaps;
  }

  /** The map as it is, or a little newer. @throws UnknownMapError, CorruptLogError */
  ofMap(map: Pick<MapRecord, "id" | "epoch" | "seq">): Promise<Picture> {
    return this.#keep(map.id, pictureTag(map), async () => {
      const { svg, ...state } = await this.#liveMaps.picture(map.id);
      return { tag: pictureTag(state), svg };
    });
  }

  /** A template's document never changes, so its id says which picture it is. */
  ofTemplate(id: string, tag: string, file: () => Promise<MapFile>): Promise<Picture> {
    return this.#keep(`template ${id}`, tag, async () => ({
      tag,
      svg: await this.#liveMaps.pictureOfFile(await file()),
    }));
  }

  /** For a map that is gone for good. */
  forget(mapId: string): void {
    this.#kept.delete(mapId);
  }

  #keep(key: string, tag: string, draw: () => Promise<Picture>): Promise<Picture> {
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const kept = known?.tag === tag ? known : { tag, drawn: this.#next(draw) };
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    kept.drawn.catch(() => {
      // Whoever asked is told; the next one asks afresh.
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return kept.drawn;
  }

  #next(draw: () => Promise<Picture>): Promise<Picture> {
    const drawn = this.#last.then(draw);
    // The next one waits for the end of this one, well or not; its own asker hears of a failure.
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }
}
