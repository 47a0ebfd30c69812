// Over HTTP: who last touched which card, and confirming cards.
import { confirmCardsSchema, touchesQuerySchema } from "@trellis/shared/protocol/api";
import type { CardId } from "@trellis/shared/schema/ids";
import { Router } from "express";
import { confirmCards, readTouches, type TouchPorts } from "../../services/touches.ts";
import { sendText } from "../compressed.ts";
import { signedIn } from "../requestActor.ts";
import { mapIdOf } from "./maps.ts";

export function touchRoutes(ports: TouchPorts): Router {
  const router = Router();

  router.get("/maps/:id/touches", async (request, response) => {
    const actor = signedIn(response);
    const { after } = touchesQuerySchema.parse(request.query);
    const since = after === undefined ? 0 : Date.parse(after);
    const answer = await readTouches(ports, actor, mapIdOf(request), since);
    await sendText(request, response, "application/json", JSON.stringify(answer));
  });

  router.post("/maps/:id/confirm", async (request, response) => {
    const actor = signedIn(response);
    const { cards } = confirmCardsSchema.parse(request.body);
    await confirmCards(ports, actor, mapIdOf(request), cards as string[] as CardId[]);
    response.status(204).end();
  });
  return router;
}
