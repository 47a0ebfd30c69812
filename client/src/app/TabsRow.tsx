import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import { followStore } from "../presence/followStore.ts";
import { afterPicture } from "../ui/later.tsx";
import styles from "./MapFrame.module.css";
import { MAP_VIEWS, viewPath } from "./views.ts";

const TabsTools = afterPicture(async () => (await import("./TabsTools.tsx")).TabsTools);

/** The views of the map, and what applies to all of them. */
export function TabsRow({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  // What is filtered and focused stays when the view changes; the canvas's own place (the hash) does not apply elsewhere.
  const { search } = useLocation();
  return (
    <nav className={styles.tabs} aria-label={t("map.views")}>
      {MAP_VIEWS.map(({ id }) => (
        <NavLink
          key={id}
          end
          to={{ pathname: viewPath(mapId, id), search }}
          className={styles.tab ?? ""}
          onClick={() => followStore.getState().stop()}
        >
          {t(`map.view.${id}`)}
        </NavLink>
      ))}
      <Suspense>
        <TabsTools />
      </Suspense>
    </nav>
  );
}
