/** The table of the part on screen as a file. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useExportTable } from "../../workspace/exportTable.ts";
import { partRows } from "./libraryTables.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

export function useExportPart({ snapshot, ask, address }: LibraryModel): () => void {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  return useCallback(
    () => exportTable(t(`library.part.${address.part}`), () => partRows({ t, snapshot }, ask, address)),
    [exportTable, t, snapshot, ask, address],
  );
}
