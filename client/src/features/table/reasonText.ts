/** Why a text is not on the map, in a sentence. */
import type { TFunction } from "i18next";
import type { Reason } from "../../workspace/values/draftStore.ts";

export const reasonText = (
  t: TFunction,
  { code, limit }: Pick<Reason, "code" | "limit">,
  text: string,
): string =>
  [
    code.startsWith("ambiguous")
      ? t(`inspector.misfit.${code}`)
      : t(`errors.misfit.${code}`, { limit, length: text.length }),
    t("inspector.notSaved"),
  ].join(" ");
