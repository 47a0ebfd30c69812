import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { useExportTable } from "../../workspace/exportTable.ts";
import { tableLines, tableRows } from "./roadmapTable.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

/** Saves what the roadmap shows as CSV. */
export function useExportRoadmap({ timeline, rows, needs, handovers }: RoadmapModel): () => void {
  const { t } = useTranslation();
  const live = useLiveMap();
  const exportTable = useExportTable();
  return useCallback(
    () =>
      exportTable(t("roadmap.label"), () =>
        tableRows(tableLines({ timeline, rows: rows.rows, needs, handovers }, live.getSnapshot(), t), t),
      ),
    [exportTable, live, t, timeline, rows, needs, handovers],
  );
}
