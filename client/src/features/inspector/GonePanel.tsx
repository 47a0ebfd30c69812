import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead.tsx";

/** What was selected has been removed, perhaps by somebody else. */
export function GonePanel() {
  const { t } = useTranslation();
  return (
    <section className={styles.panel} aria-label={t("inspector.gone")} tabIndex={-1} data-inspector="gone">
      <PanelHead kicker={t("inspector.gone")} />
      <Text size="sm">{t("inspector.goneText")}</Text>
    </section>
  );
}
