/** What is wrong with a title as typed, or null. */
import type { TFunction } from "i18next";

export function lineWrong(t: TFunction, text: string, limit: number): string | null {
  const { length } = text.trim();
  if (length === 0) return t("start.titleMissing");
  return length > limit ? t("start.titleTooLong", { limit, length }) : null;
}
