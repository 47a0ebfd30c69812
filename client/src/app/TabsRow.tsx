import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { later } from "../ui/later.tsx";
import styles from "./MapFrame.module.css";

const TabsTools = later(async () => (await import("./TabsTools.tsx")).TabsTools);

/** The views of the map, and what applies to all of them. */
export function TabsRow() {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t("map.views")}>
      <span className={styles.tab} aria-current="page">
        {t("map.canvas")}
      </span>
      <Suspense>
        <TabsTools />
      </Suspense>
    </nav>
  );
}
