// Cases of all maps that the asker may read.
import { casesQuerySchema } from "@trellis/shared/protocol/api";
import { Router } from "express";
import { type CasePorts, listCases } from "../../services/cases.ts";
import { sendText } from "../compressed.ts";
import { signedIn } from "../requestActor.ts";

export function caseRoutes(ports: CasePorts): Router {
  const router = Router();
  router.get("/cases", async (request, response) => {
    const { except } = casesQuerySchema.parse(request.query);
    const list = await listCases(ports, signedIn(response), except ?? null);
    await sendText(request, response, "application/json", JSON.stringify(list));
  });
  return router;
}
