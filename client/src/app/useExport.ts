/** Fetches the map as a file and hands it to the browser. A large picture takes a while, so it is said that it runs. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../http/download.ts";
import { problemText } from "../http/problemText.ts";
import { notify } from "../ui/notify.ts";

export const EXPORT_FORMATS = ["markdown", "svg", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Export {
  readonly run: (format: ExportFormat) => void;
  /** The format on its way. */
  readonly busy: ExportFormat | null;
}

/** A file that comes sooner than this needs no words (ms). */
const SLOW_MS = 1_200;

export function useExport(mapId: string): Export {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<ExportFormat | null>(null);
  const run = (format: ExportFormat) => {
    setBusy(format);
    const slow = setTimeout(() => notify({ subject: "export", text: t("map.exportSlow") }), SLOW_MS);
    download(`/api/maps/${encodeURIComponent(mapId)}/export/${format}`)
      .then((fileName) => notify({ subject: "export", text: t("map.exported", { fileName }) }))
      .catch((error: unknown) =>
        notify({
          subject: "export",
          tone: "problem",
          text: t("map.exportFailed", { reason: problemText(t, error) }),
        }),
      )
      .finally(() => {
        clearTimeout(slow);
        setBusy(null);
      });
  };
  return { run, busy };
}
