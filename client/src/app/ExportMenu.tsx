import { Button, Loader, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./MapFrame.module.css";
import { EXPORT_FORMATS, useExport } from "./useExport.ts";

/** The map as a file: what each kind is good for, and whether one is on its way. */
export function ExportMenu({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const { run, busy } = useExport(mapId);
  return (
    <Menu position="bottom-end" width={300} withinPortal={false}>
      <Menu.Target>
        <Button variant="default" size="xs" loading={busy !== null}>
          {t("map.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            disabled={busy !== null}
            rightSection={busy === format ? <Loader size={14} /> : undefined}
            onClick={() => run(format)}
          >
            {t(`map.exportAs.${format}`)}
            <span className={styles.explained}>{t(`map.exportFor.${format}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
