// A map taken away as a file. The codecs do the work; here it is decided who may, and what the file is called.
import { encodeMapFile } from "@trellis/shared/codecs/json";
import { encodeMarkdown } from "@trellis/shared/codecs/markdown";
import { encodeSvg } from "@trellis/shared/codecs/svg";
import type { MapId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import type { MapReading } from "../ports/liveMaps.ts";
import { type MapPorts, readDocument } from "./maps.ts";

export const EXPORT_FORMATS = ["json", "markdown", "svg"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  readonly contentType: string;
  readonly fileName: string;
  readonly body: string;
}

interface Encoding {
  readonly contentType: string;
  readonly extension: string;
  /** @param today the server's day, such as 2026-01-31 */
  encode(reading: MapReading, today: string): string;
}

export const mapFileText = ({ snapshot, bodies }: MapReading): string =>
  `${JSON.stringify(encodeMapFile(snapshot, bodies), null, 1)}\n`;

const ENCODINGS: Readonly<Record<ExportFormat, Encoding>> = {
  json: { contentType: "application/json", extension: "json", encode: mapFileText },
  markdown: {
    contentType: "text/markdown",
    extension: "md",
    encode: ({ snapshot, bodies }, today) => encodeMarkdown(snapshot, bodies, { today }),
  },
  svg: {
    contentType: "image/svg+xml",
    extension: "svg",
    encode: ({ snapshot }, today) => encodeSvg(snapshot, { today }),
  },
};

/** A title as a file name that every system takes; letters of any script stay. */
function fileNameOf(title: string, extension: string): string {
  const words = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  // Cut between characters: half of a pair is no text and cannot be written into a header.
  const short = [...words].slice(0, 60).join("");
  return `${short === "" ? "map" : short}.${extension}`;
}

/** @throws ServiceError `unknown_map` */
export async function exportMap(
  ports: MapPorts,
  actor: Actor,
  mapId: MapId,
  format: ExportFormat,
): Promise<ExportedFile> {
  const reading = await readDocument(ports, actor, mapId);
  const { contentType, extension, encode } = ENCODINGS[format];
  return {
    contentType,
    fileName: fileNameOf(reading.snapshot.settings.title, extension),
    body: encode(reading, new Date(ports.now()).toISOString().slice(0, 10)),
  };
}
