// Templates saved from maps: who may save them, what goes into them, and their names. A template is the document and
// nothing else: no log, no roles, no people; what is private to a team is not part of a document.
import { canInWorkspace } from "@trellis/shared/access/can";
import { encodeMapFile } from "@trellis/shared/codecs/json";
import { structureOf } from "@trellis/shared/codecs/structure";
import {
  type DescribeTemplate,
  IMPORT_LIMITS,
  type SaveTemplate,
  TEMPLATE_LIMITS,
  type Template,
} from "@trellis/shared/protocol/api";
import { isId, type MapId, newTemplateId, type TemplateId } from "@trellis/shared/schema/ids";
import { decodeMapFile, type MapFile } from "@trellis/shared/schema/mapFile";
import type { Actor } from "../ports/actor.ts";
import type { MapReading } from "../ports/liveMaps.ts";
import type { NewTemplate } from "../ports/templateStore.ts";
import { actsAsOwner } from "./access.ts";
import { ServiceError, unknownMap } from "./errors.ts";
import { type MapPorts, readDocument } from "./maps.ts";
import { presentOwn, unknownTemplate } from "./templates.ts";

const MEGABYTE = 1024 * 1024;

function requireRight(actor: Actor, operation: "template.save" | "template.change"): void {
  if (canInWorkspace(actsAsOwner(actor), operation)) return;
  throw new ServiceError(
    "not_allowed",
    "Guests work in the maps they were invited to; only the owner keeps templates.",
  );
}

/** The map as a file, through the same decoder as any file from outside. */
function fileOf({ snapshot, bodies }: MapReading, keep: SaveTemplate["keep"]): MapFile {
  const decoded = decodeMapFile(encodeMapFile(snapshot, bodies), IMPORT_LIMITS);
  if (decoded.file !== undefined) return keep === "structure" ? structureOf(decoded.file) : decoded.file;
  throw new ServiceError(
    decoded.tooLarge ? "too_large" : "invalid_document",
    `This map cannot become a template. ${decoded.problems.slice(0, 3).join(" ")}`,
  );
}

function documentOf({ settings, ...file }: MapFile): string {
  const document = JSON.stringify({ ...settings, ...file });
  if (Buffer.byteLength(document) > TEMPLATE_LIMITS.bytes) {
    throw new ServiceError(
      "too_large",
      `This map is too large for a template: at most ${TEMPLATE_LIMITS.bytes / MEGABYTE} MB of text. Export it as a file instead.`,
    );
  }
  return document;
}

/**
 * Saves a map as it stands as a template.
 * @throws ServiceError `not_allowed`, `unknown_map`, `too_large`, `too_many_templates`
 */
export async function saveTemplate(ports: MapPorts, actor: Actor, input: SaveTemplate): Promise<Template> {
  requireRight(actor, "template.save");
  if (!isId(input.mapId)) throw unknownMap();
  const file = fileOf(await readDocument(ports, actor, input.mapId as string as MapId), input.keep);
  const { description, place } = file.settings;
  const own = typeof description === "string" ? description : "";
  const template: NewTemplate = {
    id: newTemplateId(),
    title: input.title,
    description: input.description || [...own].slice(0, TEMPLATE_LIMITS.description).join(""),
    place: typeof place === "string" ? place : "",
    cards: file.cards.length,
    links: file.links.length,
    createdAt: ports.now(),
    createdBy: actor.userId,
    document: documentOf(file),
  };
  if ((await ports.templateStore.add(template, TEMPLATE_LIMITS.count)) === "full") {
    throw new ServiceError(
      "too_many_templates",
      `There are ${TEMPLATE_LIMITS.count} templates already. Delete one that nobody uses, then save again.`,
    );
  }
  return presentOwn(template);
}

/** @throws ServiceError `unknown_template` for what cannot be an id */
function idOf(id: string): TemplateId {
  if (!isId(id)) throw unknownTemplate();
  return id as string as TemplateId;
}

/** Changes what a template is called or what is said of it. @throws ServiceError `not_allowed`, `unknown_template` */
export async function describeTemplate(
  { templateStore }: MapPorts,
  actor: Actor,
  id: string,
  { title, description }: DescribeTemplate,
): Promise<Template> {
  requireRight(actor, "template.change");
  const words = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  };
  if (!(await templateStore.describe(idOf(id), words))) throw unknownTemplate();
  return readOwn(templateStore, idOf(id));
}

async function readOwn(templateStore: MapPorts["templateStore"], id: TemplateId): Promise<Template> {
  const found = await templateStore.find(id);
  if (found === null) throw unknownTemplate();
  return presentOwn(found);
}

/** Maps made from it stay as they are. It can be brought back for 30 days. @throws ServiceError `not_allowed`, `unknown_template` */
export async function deleteTemplate(ports: MapPorts, actor: Actor, id: string): Promise<void> {
  requireRight(actor, "template.change");
  if (!(await ports.templateStore.markDeleted(idOf(id), ports.now()))) throw unknownTemplate();
}

/** @throws ServiceError `not_allowed`, `unknown_template` when it is not deleted or gone for good */
export async function restoreTemplate(
  { templateStore }: MapPorts,
  actor: Actor,
  id: string,
): Promise<Template> {
  requireRight(actor, "template.change");
  if (!(await templateStore.restore(idOf(id)))) throw unknownTemplate();
  return readOwn(templateStore, idOf(id));
}
