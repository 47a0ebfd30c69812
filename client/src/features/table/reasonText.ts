/** Why a text is not on the map, in a sentence. */
import type { TFunction } from "i18next";
import type { CellMisfit, Reason } from "../../workspace/values/draftStore.ts";

const OWN: ReadonlySet<Reason["code"]> = new Set<CellMisfit>([
  "no_card",
  "several_cards",
  "circle",
  "in_card",
]);

const catalogue = (code: Reason["code"]): string =>
  OWN.has(code) ? "table" : code.startsWith("ambiguous") ? "inspector" : "errors";

export const reasonText = (
  t: TFunction,
  { code, limit }: Pick<Reason, "code" | "limit">,
  text: string,
): string =>
  [t(`${catalogue(code)}.misfit.${code}`, { limit, length: text.length }), t("inspector.notSaved")].join(" ");
