/** What a spreadsheet may call a column, the table's own word first. */
import type { CardType } from "@trellis/shared/schema/enums";
import type { TFunction } from "i18next";
import { headingWords } from "../../workspace/values/cellWords.ts";
import { columnName } from "./cellText.ts";
import { type Column, TITLE } from "./columns.ts";

export function headNames(t: TFunction, type: CardType, column: Column): readonly string[] {
  const own = columnName(t, column);
  if (column.kind === "home") return [own, ...headingWords("home", t)];
  if (column.kind === "role") return [own, ...headingWords(column.role, t)];
  // A list of projects has its titles under "Project".
  if (column.key === TITLE) return [own, t(`cardType.${type}`), ...headingWords(TITLE, t)];
  const isWhole = column.kind === "count" || column.part === null || column.part === "amount";
  return isWhole ? [own, t(`field.${column.field}`), ...headingWords(column.field, t)] : [own];
}
