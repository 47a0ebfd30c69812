// Actuals of an indicator, from a council's own data job: validate, ask the service, present.
import { reportActualsSchema } from "@trellis/shared/protocol/api";
import { type Request, Router } from "express";
import { type ActualPorts, reportActuals } from "../../services/actuals.ts";
import { signedIn } from "../requestActor.ts";
import { mapIdOf } from "./maps.ts";

export function actualRoutes(ports: ActualPorts): Router {
  const router = Router();
  router.post("/maps/:id/cards/:cardId/actuals", async (request: Request, response) => {
    const actor = signedIn(response);
    const { actuals } = reportActualsSchema.parse(request.body);
    const card = String(request.params.cardId);
    response.json(await reportActuals(ports, actor, mapIdOf(request), card, actuals));
  });
  return router;
}
