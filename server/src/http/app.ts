// The HTTP side put together. Order matters: headers, then who asks, then whether this page may ask, then the routes.
// A body is read only after that, and only one route reads a large one.

import express, { type Express, json, type RequestHandler } from "express";
import type { Actor } from "../ports/actor.ts";
import type { Log } from "../runtime/log.ts";
import type { GuestLinkPorts } from "../services/guestLinks.ts";
import type { MapPorts } from "../services/maps.ts";
import type { SignInPorts } from "../services/signIn.ts";
import type { TouchPorts } from "../services/touches.ts";
import { clientPages } from "./clientPages.ts";
import { sendText } from "./compressed.ts";
import { errorHandler, unknownPath } from "./errorHandler.ts";
import { requestRate } from "./middleware/requestRate.ts";
import { sameOrigin } from "./middleware/sameOrigin.ts";
import { giveNonce, securityHeaders } from "./middleware/security.ts";
import { openApiText } from "./openApi.ts";
import { findActor } from "./requestActor.ts";
import { actualRoutes } from "./routes/actuals.ts";
import { caseRoutes } from "./routes/cases.ts";
import { guestLinkRoutes } from "./routes/guestLinks.ts";
import { loginRoutes } from "./routes/logins.ts";
import { createMapRoute, mapRoutes } from "./routes/maps.ts";
import { templateRoutes } from "./routes/templates.ts";
import { touchRoutes } from "./routes/touches.ts";
import { type Watching, watchingRoutes } from "./routes/watching.ts";

const JSON_LIMIT_BYTES = 256 * 1024;

export interface AppInput {
  readonly ports: MapPorts & GuestLinkPorts & SignInPorts & TouchPorts;
  readonly watching: Watching;
  readonly resolveActor: (headers: express.Request["headers"]) => Promise<Actor | null>;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly publicUrl: string;
  readonly clientFolder: string;
  readonly log: Log;
}

/** Counts and logs an answer when it has gone out; the path only, which holds no secret. */
const countAnswers =
  ({ watching, log }: AppInput): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    response.once("finish", () => {
      const route: unknown = request.route?.path;
      watching.metrics.countRequest(
        request.method,
        typeof route === "string" ? route : "none",
        response.statusCode,
      );
      log.debug(
        {
          method: request.method,
          path: request.path,
          status: response.statusCode,
          tookMs: Math.round(performance.now() - startedAt),
        },
        "answered",
      );
    });
    next();
  };

export function createApp(input: AppInput): Express {
  const { ports, watching, log, publicUrl } = input;
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.use(countAnswers(input), giveNonce, securityHeaders(publicUrl.startsWith("https:")));

  const description = openApiText(watching.version, publicUrl);
  const api = express.Router();
  api.use(
    keptByNobody,
    findActor(input.resolveActor),
    requestRate(ports.now),
    sameOrigin(input.allowedOrigins),
  );
  api.use(createMapRoute(ports));
  api.use(json({ limit: JSON_LIMIT_BYTES }));
  api.get("/openapi.json", (request, response) =>
    sendText(request, response, "application/json", description),
  );
  api.use(
    templateRoutes(ports),
    loginRoutes(ports),
    mapRoutes(ports),
    actualRoutes(ports),
    guestLinkRoutes(ports),
    caseRoutes(ports),
    touchRoutes(ports),
  );
  api.use(unknownPath);

  app.use("/api", api);
  app.use("/sync", unknownPath);
  app.use(findActorForFigures(input), watchingRoutes(watching, publicUrl));
  app.use(clientPages(input.clientFolder));
  app.use(unknownPath);
  app.use(errorHandler(log));
  return app;
}

/** Answers of the interface belong to one person and one moment. */
const keptByNobody: RequestHandler = (_request, response, next) => {
  response.setHeader("cache-control", "private, no-store");
  next();
};

/** Pages need no actor; only the figures ask for one. */
const findActorForFigures = ({ resolveActor }: AppInput): RequestHandler => {
  const find = findActor(resolveActor);
  return (request, response, next) => (request.path === "/metrics" ? find(request, response, next) : next());
};
