/** An operation that cannot be done, found before anything was written. */
import type { Misfit } from "../schema/checkValue.ts";

export type OpErrorCode =
  | "unknown_card"
  | "unknown_link"
  | "unknown_field"
  | "invalid_value"
  | "ends_not_allowed"
  | "circle"
  | "already_linked"
  | "already_there"
  | "field_missing"
  | "wrong_home"
  | "map_full";

export class OpError extends Error {
  readonly code: OpErrorCode;
  /** For `invalid_value`: what is wrong with the value. */
  readonly misfit: Misfit | null;

  constructor(code: OpErrorCode, message: string, misfit: Misfit | null = null) {
    super(message);
    this.name = "OpError";
    this.code = code;
    this.misfit = misfit;
  }
}
