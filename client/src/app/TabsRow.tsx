import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import { followStore } from "../presence/followStore.ts";
import { afterPicture } from "../ui/later.tsx";
import { useFewTabs } from "../ui/usePhone.ts";
import styles from "./MapFrame.module.css";
import { MAP_VIEWS, viewPath } from "./views.ts";

const TabsMenu = afterPicture(async () => (await import("./TabsMenu.tsx")).TabsMenu);
const TabsTools = afterPicture(async () => (await import("./TabsTools.tsx")).TabsTools);

/** The views of the map, and what applies to all of them. Where they do not fit there is the name of one, and a menu. */
export function TabsRow({ mapId, viewId }: { readonly mapId: string; readonly viewId: string }) {
  const { t } = useTranslation();
  const isMenu = useFewTabs();
  return (
    <nav className={styles.tabs} aria-label={t("map.views")}>
      {isMenu ? (
        <Suspense fallback={<span className={styles.tab}>{t(`map.view.${viewId}`)}</span>}>
          <TabsMenu mapId={mapId} viewId={viewId} />
        </Suspense>
      ) : (
        <Tabs mapId={mapId} />
      )}
      <Suspense>
        <TabsTools />
      </Suspense>
    </nav>
  );
}

function Tabs({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  // What is filtered and focused stays when the view changes; the canvas's own place (the hash) does not apply elsewhere.
  const { search } = useLocation();
  return (
    <div className={styles.tabList}>
      {MAP_VIEWS.map(({ id, Aside }) => (
        <NavLink
          key={id}
          end
          to={{ pathname: viewPath(mapId, id), search }}
          className={styles.tab ?? ""}
          onClick={() => followStore.getState().stop()}
        >
          {t(`map.view.${id}`)}
          {Aside && " "}
          {Aside && <Aside />}
        </NavLink>
      ))}
    </div>
  );
}
