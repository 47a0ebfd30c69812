// Maps to start from: those that ship with Trellis, which everybody may see, and those saved here, which only people
// who make maps may. Both are decoded like any file from outside; a shipped one once, when first asked for.

import { canInWorkspace } from "@trellis/shared/access/can";
import { PICTURE_FORMAT } from "@trellis/shared/codecs/picture";
import type { Template, TemplateDetail } from "@trellis/shared/protocol/api";
import { IMPORT_LIMITS } from "@trellis/shared/protocol/api";
import type { CardType } from "@trellis/shared/schema/enums";
import { isId, type TemplateId } from "@trellis/shared/schema/ids";
import { decodeMapFile, type MapFile } from "@trellis/shared/schema/mapFile";
import blankMission from "@trellis/shared/templates/blank-mission.json" with { type: "json" };
import camdenRenewal from "@trellis/shared/templates/camden-renewal.json" with { type: "json" };
import greaterManchester from "@trellis/shared/templates/greater-manchester-2038.json" with { type: "json" };
import innovationCities from "@trellis/shared/templates/korea-innovation-cities.json" with { type: "json" };
import learningCommunity from "@trellis/shared/templates/learning-community.json" with { type: "json" };
import type { Actor } from "../ports/actor.ts";
import type { NewTemplate, TemplateRecord, TemplateStore } from "../ports/templateStore.ts";
import { actsAsOwner } from "./access.ts";
import { ServiceError } from "./errors.ts";
import type { Picture, Pictures } from "./pictures.ts";

export interface TemplatePorts {
  readonly templateStore: TemplateStore;
  readonly pictures: Pictures;
}

/** In the order in which people are offered them. */
const SHIPPED: readonly { readonly id: string }[] = [
  greaterManchester,
  blankMission,
  camdenRenewal,
  innovationCities,
  learningCommunity,
];

/** Shipped maps change with a new version of Trellis, which comes with a start; own ones never change. */
const SHIPPED_TAG = `${PICTURE_FORMAT}.${Date.now()}`;
const OWN_TAG = `${PICTURE_FORMAT}.own`;

const decoded = new Map<string, MapFile>();

function decode(id: string, raw: unknown): MapFile {
  const known = decoded.get(id);
  if (known !== undefined) return known;
  const { file, problems } = decodeMapFile(raw, IMPORT_LIMITS);
  if (file === undefined) throw new Error(`The shipped map ${id} does not fit: ${problems.join(" ")}`);
  decoded.set(id, file);
  return file;
}

function shippedFile(id: string): MapFile | null {
  const raw = SHIPPED.find((shipped) => shipped.id === id);
  return raw === undefined ? null : decode(id, raw);
}

export const unknownTemplate = (): ServiceError =>
  new ServiceError(
    "unknown_template",
    "There is no template with this name, or it was deleted. Choose one of the list.",
  );

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const textOrNull = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

function presentShipped(id: string, { settings, cards, links }: MapFile): Template {
  return {
    id,
    title: settings.title,
    description: textOf(settings.description),
    place: textOf(settings.place),
    cards: cards.length,
    links: links.length,
    origin: "shipped",
    createdAt: null,
  };
}

export const presentOwn = (record: TemplateRecord): Template => ({
  id: record.id,
  title: record.title,
  description: record.description,
  place: record.place,
  cards: record.cards,
  links: record.links,
  origin: "own",
  createdAt: new Date(record.createdAt).toISOString(),
});

const maySeeOwn = (actor: Actor | null): boolean =>
  actor !== null && canInWorkspace(actsAsOwner(actor), "template.list");

/** Own ones first, newest first; then the shipped ones. Nobody needs a login to see those. */
export async function listTemplates(
  { templateStore }: TemplatePorts,
  actor: Actor | null,
): Promise<Template[]> {
  const own = maySeeOwn(actor) ? await templateStore.list() : [];
  const shipped = SHIPPED.map((raw) => presentShipped(raw.id, decode(raw.id, raw)));
  return [...own.map(presentOwn), ...shipped];
}

async function ownTemplate(
  { templateStore }: Pick<TemplatePorts, "templateStore">,
  id: string,
): Promise<NewTemplate> {
  const found = isId(id) ? await templateStore.find(id as string as TemplateId) : null;
  if (found === null) throw unknownTemplate();
  return found;
}

function fileOf({ title, document }: NewTemplate): MapFile {
  const { file, problems } = decodeMapFile(JSON.parse(document), IMPORT_LIMITS);
  if (file === undefined) throw new Error(`A saved template does not fit: ${problems?.join(" ")}`);
  return { ...file, settings: { ...file.settings, title } };
}

/** The file of a template, for a map that begins with it. Who asks may make maps. @throws ServiceError `unknown_template` */
export async function templateFile(
  ports: Pick<TemplatePorts, "templateStore">,
  id: string,
): Promise<MapFile> {
  return shippedFile(id) ?? fileOf(await ownTemplate(ports, id));
}

/** @throws ServiceError `unknown_template` also for one that this actor may not see */
export async function readTemplate(
  ports: TemplatePorts,
  actor: Actor | null,
  id: string,
): Promise<TemplateDetail> {
  const shipped = shippedFile(id);
  if (shipped !== null) return { ...presentShipped(id, shipped), ...detailsOf(shipped) };
  if (!maySeeOwn(actor)) throw unknownTemplate();
  const own = await ownTemplate(ports, id);
  return { ...presentOwn(own), ...detailsOf(fileOf(own)) };
}

function detailsOf({ settings, cards }: MapFile): Pick<TemplateDetail, "byType" | "asOf" | "sources"> {
  const byType: Partial<Record<CardType, number>> = {};
  for (const { type } of cards) byType[type] = (byType[type] ?? 0) + 1;
  const sources = Array.isArray(settings.sources) ? settings.sources : [];
  return {
    byType,
    asOf: textOrNull(settings.asOf),
    sources: sources.map(({ title, publisher, year, url }: Record<string, unknown>) => ({
      title: textOf(title),
      publisher: textOrNull(publisher),
      year: textOrNull(year),
      url: textOrNull(url),
    })),
  };
}

/** @throws ServiceError `unknown_template` also for one that this actor may not see */
export async function readTemplatePicture(
  ports: TemplatePorts,
  actor: Actor | null,
  id: string,
  known: (tag: string) => boolean,
): Promise<Picture | "unchanged"> {
  const shipped = shippedFile(id);
  if (shipped !== null) {
    return known(SHIPPED_TAG) ? "unchanged" : ports.pictures.ofTemplate(id, SHIPPED_TAG, async () => shipped);
  }
  if (!maySeeOwn(actor)) throw unknownTemplate();
  const own = await ownTemplate(ports, id);
  return known(OWN_TAG) ? "unchanged" : ports.pictures.ofTemplate(id, OWN_TAG, async () => fileOf(own));
}
