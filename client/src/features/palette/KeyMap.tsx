/** Every command that has keys, by group, out of the same list as the palette; it can be printed. */
import { Button, Modal } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Keys } from "../../ui/Keys.tsx";
import { COMMAND_GROUPS, commandsOf, useCommandParts } from "../../workspace/commands.ts";
import styles from "./KeyMap.module.css";

export function KeyMap({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const commands = commandsOf(useCommandParts()).filter(({ keys }) => keys);
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      yOffset="8vh"
      title={t("palette.keys.title")}
      data-keymap
      closeButtonProps={{ "aria-label": t("app.close") }}
      classNames={{
        overlay: styles.screenOnly ?? "",
        close: styles.screenOnly ?? "",
        inner: styles.inner ?? "",
        content: styles.sheet ?? "",
      }}
    >
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => ({
          group,
          inGroup: commands.filter((command) => command.group === group),
        }))
          .filter(({ inGroup }) => inGroup.length > 0)
          .map(({ group, inGroup }) => (
            <section key={group} className={styles.group} aria-labelledby={`keys-${group}`}>
              <h3 id={`keys-${group}`} className={styles.heading}>
                {t(`commands.group.${group}`)}
              </h3>
              <dl className={styles.rows}>
                {inGroup.map(({ id, label, keys = "" }) => (
                  <div key={id} className={styles.row}>
                    <dt>{label}</dt>
                    <dd>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      <Button
        className={styles.screenOnly}
        variant="default"
        size="xs"
        leftSection={<IconPrinter size={16} stroke={1.7} />}
        onClick={() => window.print()}
      >
        {t("palette.keys.print")}
      </Button>
    </Modal>
  );
}
