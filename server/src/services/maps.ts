// Making, listing, renaming, deleting and bringing back maps. Deleted maps are kept 30 days, unless the owner removes
// them for good before.
import { canInWorkspace, type Role } from "@trellis/shared/access/can";
import { editSetting } from "@trellis/shared/ops/settings";
import { type CreateMap, IMPORT_LIMITS, type MapListItem } from "@trellis/shared/protocol/api";
import { CLOSE } from "@trellis/shared/protocol/closeCodes";
import { type MapId, newMapId } from "@trellis/shared/schema/ids";
import { decodeMapFile, type MapFile } from "@trellis/shared/schema/mapFile";
import type { Actor } from "../ports/actor.ts";
import type { LiveMaps, MapReading } from "../ports/liveMaps.ts";
import type { Logins } from "../ports/logins.ts";
import type { MapRecord, MapStore } from "../ports/mapStore.ts";
import type { TemplateStore } from "../ports/templateStore.ts";
import { actsAsOwner, requireMap } from "./access.ts";
import type { GatheredCases } from "./cases.ts";
import { notAllowed, ServiceError, unknownMap } from "./errors.ts";
import { type Picture, type Pictures, pictureTag } from "./pictures.ts";
import { templateFile } from "./templates.ts";

/** How long what was deleted can be brought back. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const PROBLEMS_SHOWN = 3;

export interface MapPorts {
  readonly mapStore: MapStore;
  readonly templateStore: TemplateStore;
  readonly liveMaps: LiveMaps;
  readonly logins: Pick<Logins, "namesOf">;
  readonly pictures: Pictures;
  readonly gatheredCases: GatheredCases;
  readonly now: () => number;
}

const isoTime = (time: number): string => new Date(time).toISOString();

/** Maps as lists show them: one question for all names, and no document is read. */
async function present(
  { liveMaps, logins }: MapPorts,
  actor: Actor,
  found: readonly { readonly map: MapRecord; readonly role: Role }[],
): Promise<MapListItem[]> {
  const names = await logins.namesOf(found.flatMap(({ map }) => map.updatedBy ?? []));
  const changedBy = ({ updatedBy }: MapRecord) => {
    const name = updatedBy === null ? undefined : names.get(updatedBy);
    return name === undefined ? null : { name, isYou: updatedBy === actor.userId };
  };
  return found.map(({ map, role }) => ({
    id: map.id,
    title: map.title,
    place: map.place,
    role,
    createdAt: isoTime(map.createdAt),
    updatedAt: isoTime(map.updatedAt),
    changedBy: changedBy(map),
    deletedAt: map.deletedAt === null ? null : isoTime(map.deletedAt),
    goneAt: map.deletedAt === null ? null : isoTime(map.deletedAt + KEPT_MS),
    online: [...liveMaps.peopleOn(map.id)],
    picture: pictureTag(map),
  }));
}

const asOwner = (maps: readonly MapRecord[]) => maps.map((map) => ({ map, role: "owner" as const }));

/** Maps in use that the actor may open, newest change first. */
export async function listMaps(ports: MapPorts, actor: Actor): Promise<MapListItem[]> {
  const found = actsAsOwner(actor)
    ? asOwner(await ports.mapStore.list("inUse"))
    : await ports.mapStore.listFor(actor.userId, ports.now());
  return present(ports, actor, found);
}

/** @throws ServiceError `not_allowed` for anyone but the owner */
export async function listDeletedMaps(ports: MapPorts, actor: Actor): Promise<MapListItem[]> {
  if (!canInWorkspace(actsAsOwner(actor), "map.listDeleted")) throw notAllowed("see deleted maps");
  return present(ports, actor, asOwner(await ports.mapStore.list("deleted")));
}

async function fileOf(ports: MapPorts, { title, templateId, document }: CreateMap): Promise<MapFile> {
  if (document !== undefined) return decodeDocument(document);
  if (templateId !== undefined) return templateFile(ports, templateId);
  if (title === undefined) {
    throw new ServiceError("invalid_input", "Give the map a title, a templateId or a document.");
  }
  return { schemaVersion: 1, settings: { title }, cards: [], links: [] };
}

function decodeDocument(document: unknown): MapFile {
  const decoded = decodeMapFile(document, IMPORT_LIMITS);
  if (decoded.file !== undefined) return decoded.file;
  const shown = decoded.problems.slice(0, PROBLEMS_SHOWN).join(" ");
  if (decoded.tooLarge) throw new ServiceError("too_large", shown);
  const more = decoded.problems.length - PROBLEMS_SHOWN;
  throw new ServiceError(
    "invalid_document",
    `This document cannot become a map. ${shown}${more > 0 ? ` There are at least ${more} more such places.` : ""}`,
  );
}

/**
 * Makes a map from a template, a document, or empty.
 * @throws ServiceError `not_allowed`, `unknown_template`, `invalid_document`, `too_large`, `invalid_input`
 */
export async function createMap(ports: MapPorts, actor: Actor, input: CreateMap): Promise<{ id: MapId }> {
  if (!canInWorkspace(actsAsOwner(actor), "map.create")) {
    throw new ServiceError(
      "not_allowed",
      "Guests work in the maps they were invited to; only the owner makes maps.",
    );
  }
  const file = await fileOf(ports, input);
  const title = input.title ?? file.settings.title;
  if (title.trim() === "") {
    throw new ServiceError("invalid_document", "The document has no title. Give one beside it as `title`.");
  }
  const id = newMapId();
  await ports.liveMaps.create(id, { ...file, settings: { ...file.settings, title } }, actor);
  return { id };
}

/** @throws ServiceError `unknown_map` */
export async function readMap(ports: MapPorts, actor: Actor, mapId: MapId): Promise<MapListItem> {
  const found = await requireMap(ports.mapStore, actor, mapId, "map.read", ports.now());
  const [item] = await present(ports, actor, [found]);
  if (item === undefined) throw unknownMap();
  return item;
}

/** The map's small picture, for whoever may open it. `known` is the tag the asker has. @throws ServiceError `unknown_map` */
export async function readPicture(
  ports: MapPorts,
  actor: Actor,
  mapId: MapId,
  known: (tag: string) => boolean,
): Promise<Picture | "unchanged"> {
  const { map } = await requireMap(ports.mapStore, actor, mapId, "map.read", ports.now());
  return known(pictureTag(map)) ? "unchanged" : ports.pictures.ofMap(map);
}

/** The map as committed now. @throws ServiceError `unknown_map` */
export async function readDocument(ports: MapPorts, actor: Actor, mapId: MapId): Promise<MapReading> {
  await requireMap(ports.mapStore, actor, mapId, "map.export", ports.now());
  return ports.liveMaps.snapshot(mapId);
}

/** An ordinary change of the document: everybody connected sees it. @throws ServiceError `unknown_map`, `not_allowed` */
export async function renameMap(
  ports: MapPorts,
  actor: Actor,
  mapId: MapId,
  title: string,
): Promise<MapListItem> {
  await requireMap(ports.mapStore, actor, mapId, "map.rename", ports.now());
  await ports.liveMaps.edit(mapId, actor, (draft) => editSetting(draft, { field: "title", value: title }));
  return readMap(ports, actor, mapId);
}

/** Marks the map deleted and closes it for everybody. @throws ServiceError `unknown_map`, `not_allowed` */
export async function deleteMap(ports: MapPorts, actor: Actor, mapId: MapId): Promise<void> {
  await requireMap(ports.mapStore, actor, mapId, "map.delete", ports.now());
  if (!(await ports.mapStore.markDeleted(mapId, ports.now()))) throw unknownMap();
  await ports.liveMaps.disconnect(mapId, "all", CLOSE.mapDeleted, "This map was deleted.");
}

/** @throws ServiceError `unknown_map` when it is not deleted, was purged, or the actor is not the owner */
export async function restoreMap(ports: MapPorts, actor: Actor, mapId: MapId): Promise<MapListItem> {
  if (!actsAsOwner(actor) || !(await ports.mapStore.restore(mapId))) throw unknownMap();
  return readMap(ports, actor, mapId);
}

/**
 * Removes a deleted map for good, before its 30 days are over. A map in use is never removed: delete it first.
 * @throws ServiceError `unknown_map` when it is not deleted, was purged, or the actor is not the owner
 */
export async function purgeMap(ports: MapPorts, actor: Actor, mapId: MapId): Promise<void> {
  if (!canInWorkspace(actsAsOwner(actor), "map.purge")) throw unknownMap();
  if (!(await ports.mapStore.purge(mapId))) throw unknownMap();
  forget(ports, mapId);
}

/** What is kept in memory of a map that is gone for good. */
function forget({ pictures, gatheredCases }: MapPorts, mapId: MapId): void {
  pictures.forget(mapId);
  gatheredCases.forget(mapId);
}

/** Removes what was deleted more than 30 days ago. For the server itself, not for an actor. */
export async function purgeMaps(ports: MapPorts): Promise<MapId[]> {
  const { mapStore, templateStore, now } = ports;
  const limit = now() - KEPT_MS;
  await templateStore.purgeDeletedBefore(limit);
  const purged = await mapStore.purgeDeletedBefore(limit);
  for (const mapId of purged) forget(ports, mapId);
  return purged;
}
