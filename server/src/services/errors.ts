// What a use case refuses, with a stable code and a sentence for the person. http/errorHandler.ts maps the codes to
// statuses; nobody decides anything by the sentence.

export type ServiceErrorCode =
  | "login_needed"
  | "not_allowed"
  | "unknown_map"
  | "unknown_card"
  | "not_an_indicator"
  | "invalid_actuals"
  | "list_full"
  | "unknown_template"
  | "unknown_link"
  | "link_expired"
  | "link_used"
  | "link_revoked"
  | "map_deleted"
  | "invalid_document"
  | "invalid_input"
  | "too_large"
  | "too_many_templates"
  | "too_many_tries";

export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  /** With `too_many_tries`: how long to wait. */
  readonly retryAfterMs: number | null;

  constructor(code: ServiceErrorCode, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = "ServiceError";
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Unknown, deleted and not shared with you look alike, so that an id tells nobody anything. */
export const unknownMap = (): ServiceError =>
  new ServiceError(
    "unknown_map",
    "There is no such map, or it has not been shared with you. Ask for a link to it.",
  );

export const notAllowed = (what: string): ServiceError =>
  new ServiceError(
    "not_allowed",
    `Your access to this map does not let you ${what}. Ask whoever invited you.`,
  );
