// Every failure becomes `{code, message}` here, and only here. What we know gets its status and its sentence; what we
// do not know is logged with its stack and answered with a sentence that tells nothing of the inside.
import type { ApiError } from "@trellis/shared/protocol/api";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { z } from "zod";
import { UnknownMapError } from "../ports/liveMaps.ts";
import { StoreError, type StoreErrorCode } from "../ports/storeErrors.ts";
import type { Log } from "../runtime/log.ts";
import { ServiceError, type ServiceErrorCode, unknownMap } from "../services/errors.ts";
import { inputSentence } from "./inputSentence.ts";

/** A refusal of the HTTP layer itself. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "HttpError";
    this.status = status;
    this.code = code;
  }
}

const SERVICE_STATUS: Readonly<Record<ServiceErrorCode, number>> = {
  login_needed: 401,
  not_allowed: 403,
  unknown_map: 404,
  unknown_card: 404,
  not_an_indicator: 409,
  invalid_actuals: 422,
  list_full: 409,
  unknown_template: 404,
  unknown_link: 404,
  link_expired: 410,
  link_used: 410,
  link_revoked: 410,
  map_deleted: 410,
  invalid_document: 400,
  invalid_input: 400,
  too_large: 413,
  too_many_templates: 409,
  too_many_tries: 429,
};

const STORE_STATUS: Readonly<Partial<Record<StoreErrorCode, number>>> = {
  store_closed: 503,
  store_failed: 503,
  stale_append: 503,
};

/** Failures of Express' body parser, by their documented `type`. */
const BODY_FAILURES: Readonly<Record<string, [status: number, code: string, message: string]>> = {
  "entity.parse.failed": [400, "malformed_json", "The body of the request is not valid JSON."],
  "entity.too.large": [413, "too_large", "The request is too large."],
  "encoding.unsupported": [415, "unsupported_encoding", "Send the body uncompressed or as gzip."],
  "charset.unsupported": [415, "unsupported_encoding", "Send JSON in UTF-8."],
  "request.aborted": [400, "request_aborted", "The request ended before all of it had arrived."],
  "request.size.invalid": [400, "malformed_request", "The length of the request does not fit its body."],
};

interface Answer {
  readonly status: number;
  readonly error: ApiError;
  readonly retryAfterMs?: number;
}

const UNREADABLE: Answer = {
  status: 400,
  error: {
    code: "malformed_request",
    message: "The body of the request cannot be read: it is not compressed the way it says.",
  },
};

/** A body that cannot be unpacked: the parser hands on what zlib threw, marked as the sender's fault. */
const isUnreadable = (error: object): boolean =>
  "expose" in error && error.expose === true && "status" in error && error.status === 400;

function bodyFailureOf(error: unknown): Answer | null {
  if (typeof error !== "object" || error === null) return null;
  const type = "type" in error ? String(error.type) : "";
  const known = Object.hasOwn(BODY_FAILURES, type) ? BODY_FAILURES[type] : undefined;
  if (known === undefined) return isUnreadable(error) ? UNREADABLE : null;
  const limit = "limit" in error ? Number(error.limit) : Number.NaN;
  const most = Number.isNaN(limit) ? "" : ` At most ${Math.floor(limit / 1024)} kB are taken here.`;
  return { status: known[0], error: { code: known[1], message: `${known[2]}${most}` } };
}

function answerOf(error: unknown): Answer | null {
  // Purged between the question of access and the reading.
  if (error instanceof UnknownMapError) return answerOf(unknownMap());
  if (error instanceof ServiceError) {
    return {
      status: SERVICE_STATUS[error.code],
      error: { code: error.code, message: error.message },
      ...(error.retryAfterMs === null ? {} : { retryAfterMs: error.retryAfterMs }),
    };
  }
  if (error instanceof HttpError)
    return { status: error.status, error: { code: error.code, message: error.message } };
  if (error instanceof z.ZodError) {
    return { status: 400, error: { code: "invalid_input", message: inputSentence(error) } };
  }
  // Express' router: a percent sign in the address that decodes to nothing.
  if (error instanceof URIError) {
    return { status: 400, error: { code: "malformed_request", message: "The address cannot be read." } };
  }
  return bodyFailureOf(error);
}

/** Last in the chain. */
export const errorHandler =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      // Too late for an answer: Express cuts the connection, so that half a file is not taken for a whole one.
      log.error({ err: error, path: request.path }, "an answer broke off");
      next(error);
      return;
    }
    const known = answerOf(error);
    if (known !== null) {
      if (known.retryAfterMs !== undefined) {
        response.setHeader("retry-after", String(Math.ceil(known.retryAfterMs / 1000)));
      }
      response.status(known.status).json(known.error);
      return;
    }
    const code = error instanceof StoreError ? error.code : "unexpected";
    const status = error instanceof StoreError ? (STORE_STATUS[error.code] ?? 500) : 500;
    log.error({ err: error, method: request.method, path: request.path }, "a request failed");
    response.status(status).json({
      code,
      message:
        code === "corrupt_log"
          ? "The stored map is damaged. Whoever runs this server finds the details in its log."
          : "This did not work, and the fault is on the server. Nothing was changed. Try again in a moment.",
    } satisfies ApiError);
  };

/** For every address under /api that no route answers. */
export const unknownPath: RequestHandler = () => {
  throw new HttpError(404, "unknown_path", "There is nothing at this address.");
};
