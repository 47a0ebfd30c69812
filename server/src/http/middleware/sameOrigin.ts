// A page of another site may not act with somebody's cookie: every changing request names one of our origins, exactly,
// and speaks JSON, which a plain form cannot. A bearer token is sent by hand and needs no origin.
import type { RequestHandler } from "express";
import { HttpError } from "../errorHandler.ts";

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export const sameOrigin =
  (allowed: ReadonlySet<string>): RequestHandler =>
  (request, _response, next) => {
    if (SAFE.has(request.method)) return next();
    const { authorization, origin, cookie } = request.headers;
    if (authorization === undefined && origin === undefined && cookie === undefined) {
      throw new HttpError(
        401,
        "token_needed",
        "Nothing says who asks. A program of yours sends a token as the header Authorization: Bearer TOKEN; the command trellis token --name NAME makes one.",
      );
    }
    if (authorization === undefined && !allowed.has(origin ?? "")) {
      throw new HttpError(
        403,
        "foreign_origin",
        `This server takes changes only from its own pages (${[...allowed].join(", ")}). Open it there, or set PUBLIC_URL to the address you use.`,
      );
    }
    const hasBody =
      request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"]) > 0;
    if (hasBody && !request.is("application/json")) {
      throw new HttpError(415, "not_json", "Send the body as application/json.");
    }
    next();
  };
