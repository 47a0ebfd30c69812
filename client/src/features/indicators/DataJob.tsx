import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import view from "../../ui/View.module.css";
import styles from "./Indicators.module.css";

/** Where a council's own data job sends the actuals of this indicator. */
export function DataJob({ card }: { readonly card: CardId }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  return (
    <details className={styles.edit} data-job>
      <summary>{t("indicators.job.title")}</summary>
      <p className={view.lead}>{t("indicators.job.lead")}</p>
      <code className={styles.code}>{`POST /api/maps/${mapId}/cards/${card}/actuals`}</code>
    </details>
  );
}
