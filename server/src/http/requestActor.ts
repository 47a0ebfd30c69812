// What a route may know of a request beyond its body: who asks, from where, and with which headers.
import type { Request, RequestHandler, Response } from "express";
import type { Actor } from "../ports/actor.ts";
import { requireLogin } from "../services/access.ts";
import { HttpError } from "./errorHandler.ts";

/** Finds out who asks, once per request; nobody is a possible answer. */
export const findActor =
  (resolve: (headers: Request["headers"]) => Promise<Actor | null>): RequestHandler =>
  async (request, response, next) => {
    response.locals.actor = await resolve(request.headers);
    if (request.headers.authorization !== undefined && actorOf(response) === null) {
      throw new HttpError(
        401,
        "unknown_token",
        "The header Authorization holds no token that is in use here: it is mistyped, or the token was replaced or ended. The command trellis token --name NAME makes a new one.",
      );
    }
    next();
  };

export const actorOf = (response: Response): Actor | null => response.locals.actor as Actor | null;

/** @throws ServiceError `login_needed` */
export const signedIn = (response: Response): Actor => requireLogin(actorOf(response));

/** Refuses before a body is read. */
export const onlySignedIn: RequestHandler = (_request, response, next) => {
  signedIn(response);
  next();
};

/** The address of the connection. Behind a proxy that is the proxy's, so limits by address are generous. */
export const addressOf = (request: Request): string => request.socket.remoteAddress ?? "unknown";

/** The request's headers as the web's `Headers`, for the Logins port. */
export function webHeaders(request: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  return headers;
}
