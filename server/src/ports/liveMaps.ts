// The door from services to living documents. Behind it: the room engine (server/src/sync). Services never see a Y.Doc.
// Access has been decided before any of these is called; nothing here asks again.

import type { MapCase } from "@trellis/shared/derive/cases";
import type { CloseCode } from "@trellis/shared/protocol/closeCodes";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { Body } from "@trellis/shared/schema/body";
import type { CardId, MapId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import type { Actor } from "./actor.ts";

export interface MapReading {
  readonly snapshot: MapSnapshot;
  readonly bodies: ReadonlyMap<CardId, Body>;
}

export interface Person {
  readonly name: string;
  readonly organisation: string;
}

/** A picture and the state of the document it shows. */
export interface MapPicture {
  readonly epoch: number;
  readonly seq: number;
  readonly svg: string;
}

/** A map's cases and the state of the document they were read from. */
export interface MapCases {
  readonly epoch: number;
  readonly seq: number;
  readonly cases: readonly MapCase[];
  /** There are more than one map may give. */
  readonly isCut: boolean;
}

/** Whom to disconnect from a map: one person's sockets, or everybody's. */
export type Whom = { readonly userId: string } | "all";

/** There is no document for this id: the map was never made or has been purged. */
export class UnknownMapError extends Error {
  readonly code = "unknown_map";

  constructor(mapId: MapId) {
    super(`There is no map ${mapId}.`);
    this.name = "UnknownMapError";
  }
}

export interface LiveMaps {
  /** Makes the document of a new map from a checked file and stores map and document in one log write. */
  create(mapId: MapId, file: MapFile, actor: Actor): Promise<void>;
  /**
   * The map as committed now.
   * @throws UnknownMapError when it was never made or has been purged
   * @throws CorruptLogError
   */
  snapshot(mapId: MapId): Promise<MapReading>;
  /**
   * Changes the map in one transaction on behalf of the actor and shows it to everybody connected.
   * Resolves after the commit is on disk; a rejection means nobody saw the change.
   */
  edit<T>(mapId: MapId, actor: Actor, change: (draft: MapDraft) => T): Promise<T>;
  /** Tells everybody on the map that cards were confirmed; whoever shows that asks again. */
  tellConfirmed(mapId: MapId): void;
  /** Closes sockets now. They may come back unless the code is final. */
  disconnect(mapId: MapId, whom: Whom, code: CloseCode, reason: string): Promise<void>;
  /** People (not sockets) connected to the map now, by the name they gave. */
  peopleOn(mapId: MapId): readonly Person[];
  /**
   * The map as committed now as a small SVG, drawn apart from the sockets and without opening the map for anybody.
   * @throws UnknownMapError, CorruptLogError
   */
  picture(mapId: MapId): Promise<MapPicture>;
  /**
   * The cases of the map as committed now, gathered like a picture. At most `mapBytes` of CASE_LIMITS.
   * @throws UnknownMapError, CorruptLogError
   */
  cases(mapId: MapId): Promise<MapCases>;
  /** A checked file as a small SVG. */
  pictureOfFile(file: MapFile): Promise<string>;
}
