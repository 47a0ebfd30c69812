// For whoever watches the server: is it well, and its figures. Figures are for a token's holder, and for this machine
// while nobody else can come.

import type { healthSchema } from "@trellis/shared/protocol/api";
import { type Request, Router } from "express";
import type { z } from "zod";
import { isLoopback } from "../../runtime/loopback.ts";
import type { Metrics } from "../../runtime/metrics.ts";
import { unknownPath } from "../errorHandler.ts";
import { actorOf } from "../requestActor.ts";

export interface Watching {
  readonly metrics: Metrics;
  readonly version: string;
  /** False when something that was asked for could not be stored. */
  isWell(): boolean;
}

const FROM_A_PROXY = ["x-forwarded-for", "x-real-ip", "forwarded", "via"] as const;

/**
 * Asked for by name on this machine. A page of another site whose name was pointed here (DNS rebinding) gives itself
 * away by the name, and a proxy by its headers.
 */
function isOwnMachine({ socket, headers }: Request): boolean {
  const fromHere = isLoopback((socket.remoteAddress ?? "").replace(/^::ffff:/, ""));
  const askedAs = (headers.host ?? "").replace(/:\d+$/, "");
  return fromHere && isLoopback(askedAs) && FROM_A_PROXY.every((name) => headers[name] === undefined);
}

/** @param publicUrl when it is not on this machine a proxy may stand before us, and none has to say so */
export function watchingRoutes({ metrics, version, isWell }: Watching, publicUrl: string): Router {
  const router = Router();
  const comeFromHere = isLoopback(new URL(publicUrl).hostname);

  router.get("/health", (_request, response) => {
    const well = isWell();
    response
      .status(well ? 200 : 503)
      .setHeader("cache-control", "no-store")
      .json({ status: well ? "ok" : "failing", version } satisfies z.infer<typeof healthSchema>);
  });

  router.get("/metrics", async (request, response, next) => {
    const mayRead = (comeFromHere && isOwnMachine(request)) || actorOf(response)?.kind === "token";
    if (!mayRead) return unknownPath(request, response, next);
    response.setHeader("content-type", metrics.contentType);
    response.send(await metrics.page());
  });

  return router;
}
