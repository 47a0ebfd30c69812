// Maps over HTTP: validate, ask the service, present. What may be done is decided in services.
import { createMapSchema, IMPORT_LIMITS, renameMapSchema } from "@trellis/shared/protocol/api";
import { isId, type MapId } from "@trellis/shared/schema/ids";
import { json, type Request, Router } from "express";
import { unknownMap } from "../../services/errors.ts";
import { EXPORT_FORMATS, exportMap, mapFileText } from "../../services/exports.ts";
import {
  createMap,
  deleteMap,
  listDeletedMaps,
  listMaps,
  type MapPorts,
  purgeMap,
  readDocument,
  readMap,
  readPicture,
  renameMap,
  restoreMap,
} from "../../services/maps.ts";
import { sendText } from "../compressed.ts";
import { onlySignedIn, signedIn } from "../requestActor.ts";
import { sendPicture } from "../sentPicture.ts";

/** @throws ServiceError `unknown_map` for what cannot be an id */
export function mapIdOf(request: Request): MapId {
  const { id } = request.params;
  if (!isId(id)) throw unknownMap();
  return id as string as MapId;
}

/** A name for the download in plain letters for old programs and as it is for all others (RFC 6266). */
function contentDisposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

/** Before the common body parser: only here may a body be as large as a map file. */
export function createMapRoute(ports: MapPorts): Router {
  const router = Router();
  router.post("/maps", onlySignedIn, json({ limit: IMPORT_LIMITS.bytes }), async (request, response) => {
    const created = await createMap(ports, signedIn(response), createMapSchema.parse(request.body));
    response.status(201).location(`/api/maps/${created.id}`).json(created);
  });
  return router;
}

export function mapRoutes(ports: MapPorts): Router {
  const router = Router();

  router.get("/maps", async (request, response) => {
    const list = request.query.deleted === "1" ? listDeletedMaps : listMaps;
    response.json(await list(ports, signedIn(response)));
  });

  router.get("/maps/:id", async (request, response) => {
    response.json(await readMap(ports, signedIn(response), mapIdOf(request)));
  });

  router.patch("/maps/:id", async (request, response) => {
    const { title } = renameMapSchema.parse(request.body);
    response.json(await renameMap(ports, signedIn(response), mapIdOf(request), title));
  });

  router.delete("/maps/:id", async (request, response) => {
    await deleteMap(ports, signedIn(response), mapIdOf(request));
    response.status(204).end();
  });

  router.post("/maps/:id/restore", async (request, response) => {
    response.json(await restoreMap(ports, signedIn(response), mapIdOf(request)));
  });

  router.post("/maps/:id/purge", async (request, response) => {
    await purgeMap(ports, signedIn(response), mapIdOf(request));
    response.status(204).end();
  });

  router.get("/maps/:id/picture", async (request, response) => {
    const [actor, mapId] = [signedIn(response), mapIdOf(request)];
    await sendPicture(request, response, (known) => readPicture(ports, actor, mapId, known));
  });

  router.get("/maps/:id/snapshot", async (request, response) => {
    const reading = await readDocument(ports, signedIn(response), mapIdOf(request));
    await sendText(request, response, "application/json", mapFileText(reading));
  });

  for (const format of EXPORT_FORMATS) {
    router.get(`/maps/:id/export/${format}`, async (request, response) => {
      const file = await exportMap(ports, signedIn(response), mapIdOf(request), format);
      response.setHeader("content-disposition", contentDisposition(file.fileName));
      await sendText(request, response, file.contentType, file.body);
    });
  }
  return router;
}
