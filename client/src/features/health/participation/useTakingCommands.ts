/** What this part offers in the palette and on the page of keys. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../../workspace/commands.ts";
import { useExportTable } from "../../../workspace/exportTable.ts";
import { type PartHere, recordRows } from "./takingRows.ts";

export function useTakingCommands({ found, words, addAt }: PartHere): void {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  useCommands(
    useMemo((): readonly Command[] => {
      const card = found.mission || found.missions[0];
      return [
        ...(addAt && card
          ? [
              {
                id: "participation.add",
                group: "change" as const,
                label: t("participation.add"),
                run: () => addAt(card),
              },
            ]
          : []),
        {
          id: "participation.csv",
          group: "map",
          label: t("participation.command.csv"),
          run: () => exportTable(t("participation.label"), () => recordRows(found, words)),
        },
      ];
    }, [t, found, words, addAt, exportTable]),
  );
}
