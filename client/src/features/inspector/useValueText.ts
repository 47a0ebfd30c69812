/** Values in words, as the controls of one form know them. */
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { useTranslation } from "react-i18next";
import { valueText } from "../../workspace/values/valueText.ts";
import { useForm } from "./formContext.ts";

/** Gives a function that turns a value of a field into words. */
export function useValueText(): (spec: FieldSpec, value: unknown) => string {
  const { t } = useTranslation();
  const form = useForm();
  return (spec, value) => valueText({ ...form, t }, spec, value);
}
