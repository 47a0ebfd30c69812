/**
 * A table of a view as a file for spreadsheets, made in the browser of what is on screen. For views that are fetched
 * with `later()`: it brings the writer of CSV along, which the map's first picture does not need.
 */
import { type CsvValue, encodeCsv } from "@trellis/shared/codecs/csv";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../document/useMap.ts";
import { notify } from "../ui/notify.ts";
import { saveFile } from "../ui/saveFile.ts";

/** The first row holds the heads of the columns. */
export type TableRows = readonly (readonly CsvValue[])[];

/** Signs that a file system or a spreadsheet would stumble over. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]+/gu;
const LONGEST_NAME = 120;

/** "Map title, name of the table.csv", fit for any file system. */
export const tableFileName = (mapTitle: string, table: string): string =>
  `${[mapTitle, table]
    .map((part) => part.replace(UNFIT, " ").replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .join(", ")
    .slice(0, LONGEST_NAME)}.csv`;

/** Saves a table as CSV and says under which name. `rows` is asked for when it is wanted. */
export function useExportTable(): (table: string, rows: () => TableRows) => void {
  const { t } = useTranslation();
  const live = useLiveMap();
  return useCallback(
    (table, rows) => {
      const fileName = tableFileName(live.getSnapshot().settings.title, table);
      saveFile(fileName, new Blob([encodeCsv(rows())], { type: "text/csv;charset=utf-8" }));
      notify({ subject: "export", text: t("map.exported", { fileName }) });
    },
    [live, t],
  );
}
