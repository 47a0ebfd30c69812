/** The views of the map where there is no room for tabs: a button with the name of this one, and a menu. */
import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { followStore } from "../presence/followStore.ts";
import styles from "./MapFrame.module.css";
import { MAP_VIEWS, viewNamed, viewPath } from "./views.ts";

export function TabsMenu({ mapId, viewId }: { readonly mapId: string; readonly viewId: string }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { Aside } = viewNamed(viewId);
  const name = t(`map.view.${viewId}`);
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray.9"
          size="compact-md"
          className={styles.menuButton ?? ""}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        >
          <span className="unseen">{t("map.viewsMenu")} </span>
          {name}
          {Aside && " "}
          {Aside && <Aside />}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {MAP_VIEWS.map(({ id, Aside: Own }) => (
          <Menu.Item
            key={id}
            component={Link}
            to={{ pathname: viewPath(mapId, id), search }}
            aria-current={id === viewId ? "page" : undefined}
            className={styles.menuItem ?? ""}
            onClick={() => followStore.getState().stop()}
          >
            {t(`map.view.${id}`)}
            {Own && " "}
            {Own && <Own />}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
