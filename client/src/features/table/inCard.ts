/** What is said of a column whose entries are written in the card, when somebody types or pastes there. */
import type { TFunction } from "i18next";
import { notify } from "../../ui/notify.ts";
import { columnName } from "./cellText.ts";
import type { Column } from "./columns.ts";

export const sayInCard = (t: TFunction, column: Column): void =>
  notify({ subject: "table.inCard", text: t("table.inCard", { column: columnName(t, column) }) });
