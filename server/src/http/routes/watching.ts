// For whoever watches the server: is it well, and its figures. Figures are for this machine or for a token's holder.

import type { healthSchema } from "@trellis/shared/protocol/api";
import { type Request, Router } from "express";
import type { z } from "zod";
import type { Metrics } from "../../runtime/metrics.ts";
import { unknownPath } from "../errorHandler.ts";
import { actorOf } from "../requestActor.ts";

export interface Watching {
  readonly metrics: Metrics;
  readonly version: string;
  /** False when something that was asked for could not be stored. */
  isWell(): boolean;
}

/** A proxy on this machine also comes from loopback, but says for whom it asks. */
const isOwnMachine = (request: Request): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? "") &&
  request.headers["x-forwarded-for"] === undefined &&
  request.headers.forwarded === undefined &&
  request.headers.via === undefined;

export function watchingRoutes({ metrics, version, isWell }: Watching): Router {
  const router = Router();

  router.get("/health", (_request, response) => {
    const well = isWell();
    response
      .status(well ? 200 : 503)
      .setHeader("cache-control", "no-store")
      .json({ status: well ? "ok" : "failing", version } satisfies z.infer<typeof healthSchema>);
  });

  router.get("/metrics", async (request, response, next) => {
    if (!isOwnMachine(request) && actorOf(response)?.kind !== "token")
      return unknownPath(request, response, next);
    response.setHeader("content-type", metrics.contentType);
    response.send(await metrics.page());
  });

  return router;
}
