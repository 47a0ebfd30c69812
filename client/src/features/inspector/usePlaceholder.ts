/**
 * What belongs in an empty field, in words: by type of card and field, else by field alone (`inspector.hint`).
 * Undefined where "not known" says enough.
 */
import { useTranslation } from "react-i18next";
import { useForm } from "./formContext.ts";

export function usePlaceholder(path: string): string | undefined {
  const { t, i18n } = useTranslation();
  const { ownerType } = useForm();
  const name = path.split(".").join("_");
  const own = `inspector.hint.${ownerType ?? "map"}.${name}`;
  const any = `inspector.hint.any.${name}`;
  return i18n.exists(own) ? t(own) : i18n.exists(any) ? t(any) : undefined;
}
