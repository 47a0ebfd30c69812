import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { afterPicture } from "../ui/later.tsx";
import { Mark } from "../ui/Mark.tsx";
import styles from "./MapFrame.module.css";
import { MapTitle } from "./MapTitle.tsx";
import { SaveStatus } from "./SaveStatus.tsx";

// After the map itself: menus and avatars bring a good deal of code that no map waits for.
const TopBarTools = afterPicture(async () => (await import("./TopBarTools.tsx")).TopBarTools);

export function TopBar({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  return (
    <section className={styles.topbar} aria-label={t("map.theMap")}>
      <Link to="/" className={styles.home} aria-label={t("map.allMaps")}>
        <Mark size={24} />
      </Link>
      <div className={styles.titleBox}>
        <MapTitle />
        <SaveStatus />
      </div>
      <Suspense>
        <TopBarTools mapId={mapId} />
      </Suspense>
    </section>
  );
}
