// Templates over HTTP. The shipped ones are for everybody; the rest needs a login.
import { describeTemplateSchema, saveTemplateSchema } from "@trellis/shared/protocol/api";
import { type Request, Router } from "express";
import type { MapPorts } from "../../services/maps.ts";
import {
  deleteTemplate,
  describeTemplate,
  restoreTemplate,
  saveTemplate,
} from "../../services/ownTemplates.ts";
import { listTemplates, readTemplate, readTemplatePicture } from "../../services/templates.ts";
import { actorOf, signedIn } from "../requestActor.ts";
import { sendPicture } from "../sentPicture.ts";

const idOf = (request: Request): string => String(request.params.id);

export function templateRoutes(ports: MapPorts): Router {
  const router = Router();

  router.get("/templates", async (_request, response) => {
    response.json(await listTemplates(ports, actorOf(response)));
  });

  router.post("/templates", async (request, response) => {
    const actor = signedIn(response);
    const saved = await saveTemplate(ports, actor, saveTemplateSchema.parse(request.body));
    response.status(201).location(`/api/templates/${saved.id}`).json(saved);
  });

  router.get("/templates/:id", async (request, response) => {
    response.json(await readTemplate(ports, actorOf(response), idOf(request)));
  });

  router.get("/templates/:id/picture", async (request, response) => {
    const [actor, id] = [actorOf(response), idOf(request)];
    await sendPicture(request, response, (known) => readTemplatePicture(ports, actor, id, known));
  });

  router.patch("/templates/:id", async (request, response) => {
    const actor = signedIn(response);
    const words = describeTemplateSchema.parse(request.body);
    response.json(await describeTemplate(ports, actor, idOf(request), words));
  });

  router.delete("/templates/:id", async (request, response) => {
    await deleteTemplate(ports, signedIn(response), idOf(request));
    response.status(204).end();
  });

  router.post("/templates/:id/restore", async (request, response) => {
    response.json(await restoreTemplate(ports, signedIn(response), idOf(request)));
  });

  return router;
}
