/** On a phone the panel would cover the canvas, so a selected card is named below it and opened on request. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMap } from "../document/useMap.ts";
import { usePhone } from "../ui/usePhone.ts";
import { useWorkspace } from "../workspace/workspaceStore.ts";
import styles from "./MapFrame.module.css";

export function SelectedBar() {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const selection = useWorkspace((state) => state.selection);
  const panel = useWorkspace((state) => state.panel);
  const openPanel = useWorkspace((state) => state.openPanel);
  const [first] = selection.cards;
  const title = useMap((snapshot) => (first ? snapshot.cards.get(first)?.title : undefined));
  if (!isPhone || panel !== "closed" || (!first && !selection.link)) return null;
  const name =
    selection.cards.length > 1
      ? t("map.cardsSelected", { count: selection.cards.length })
      : first
        ? title || t("map.untitledCard")
        : t("map.linkSelected");
  return (
    <div className={styles.selected}>
      <span className={styles.selectedTitle}>{name}</span>
      <Button size="sm" onClick={openPanel}>
        {t("map.openSelected")}
      </Button>
    </div>
  );
}
