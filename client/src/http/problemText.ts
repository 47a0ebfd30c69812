/** A sentence for a failure, whatever it was. */
import type { TFunction } from "i18next";
import { ApiProblem } from "./request.ts";

/** The catalogue's sentence for the code; a code it does not know speaks in the server's own words. */
export function problemText(t: TFunction, error: unknown): string {
  if (!(error instanceof ApiProblem)) return t("errors.api.unexpected");
  return t(`errors.api.${error.code}`, { defaultValue: error.message });
}
