import { useTranslation } from "react-i18next";
import { useHealth } from "../workspace/healthStore.ts";
import styles from "./MapFrame.module.css";

/** How many checks of the map fail, beside the name of the health check. Nothing while that is not known, or none. */
export function FailingChecks() {
  const { t } = useTranslation();
  const failing = useHealth((state) => state.failing);
  if (!failing) return null;
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{failing}</span>
      <span className="unseen">{t("map.failing", { count: failing })}</span>
    </span>
  );
}
