// The maps that ship with Trellis, to start from. Decoded like any file from outside, once, when first asked for.
import type { Template } from "@trellis/shared/protocol/api";
import { IMPORT_LIMITS } from "@trellis/shared/protocol/api";
import { decodeMapFile, type MapFile } from "@trellis/shared/schema/mapFile";
import blankMission from "@trellis/shared/templates/blank-mission.json" with { type: "json" };
import camdenRenewal from "@trellis/shared/templates/camden-renewal.json" with { type: "json" };
import greaterManchester from "@trellis/shared/templates/greater-manchester-2038.json" with { type: "json" };
import innovationCities from "@trellis/shared/templates/korea-innovation-cities.json" with { type: "json" };
import learningCommunity from "@trellis/shared/templates/learning-community.json" with { type: "json" };
import { ServiceError } from "./errors.ts";

/** In the order in which people are offered them. */
const SHIPPED: readonly { readonly id: string }[] = [
  greaterManchester,
  blankMission,
  camdenRenewal,
  innovationCities,
  learningCommunity,
];

const decoded = new Map<string, MapFile>();

function decode(id: string, raw: unknown): MapFile {
  const known = decoded.get(id);
  if (known !== undefined) return known;
  const { file, problems } = decodeMapFile(raw, IMPORT_LIMITS);
  if (file === undefined) throw new Error(`The shipped map ${id} does not fit: ${problems.join(" ")}`);
  decoded.set(id, file);
  return file;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export function listTemplates(): Template[] {
  return SHIPPED.map((raw) => {
    const { settings, cards, links } = decode(raw.id, raw);
    return {
      id: raw.id,
      title: settings.title,
      description: textOf(settings.description),
      place: textOf(settings.place),
      cards: cards.length,
      links: links.length,
    };
  });
}

/** @throws ServiceError `unknown_template` */
export function templateFile(id: string): MapFile {
  const raw = SHIPPED.find((shipped) => shipped.id === id);
  if (raw === undefined) {
    throw new ServiceError(
      "unknown_template",
      "There is no template with this name. Choose one of the list.",
    );
  }
  return decode(id, raw);
}
