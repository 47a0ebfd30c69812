// Guest links of a map over HTTP.
import { createGuestLinkSchema } from "@trellis/shared/protocol/api";
import { Router } from "express";
import {
  createGuestLink,
  type GuestLinkPorts,
  listGuestLinks,
  revokeGuestLink,
} from "../../services/guestLinks.ts";
import { signedIn } from "../requestActor.ts";
import { mapIdOf } from "./maps.ts";

export function guestLinkRoutes(ports: GuestLinkPorts): Router {
  const router = Router();

  router.get("/maps/:id/guest-links", async (request, response) => {
    response.json(await listGuestLinks(ports, signedIn(response), mapIdOf(request)));
  });

  router.post("/maps/:id/guest-links", async (request, response) => {
    const input = createGuestLinkSchema.parse(request.body);
    const created = await createGuestLink(ports, signedIn(response), mapIdOf(request), input);
    response.status(201).json(created);
  });

  router.delete("/maps/:id/guest-links/:linkId", async (request, response) => {
    await revokeGuestLink(ports, signedIn(response), mapIdOf(request), String(request.params.linkId));
    response.status(204).end();
  });

  return router;
}
