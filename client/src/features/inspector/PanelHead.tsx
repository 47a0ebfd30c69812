import { ActionIcon, Button } from "@mantine/core";
import { IconArrowLeft, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../ui/usePhone.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Inspector.module.css";

interface PanelHeadProps {
  /** What the panel is about, in a word or two. */
  readonly kicker: ReactNode;
  /** There is no title below: the word or two are the panel's heading. */
  readonly isHeading?: boolean;
  /** Beside the way out. */
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** What the panel is about, and the way out of it: a cross beside the map, a way back where it covers the map. */
export function PanelHead({ kicker, isHeading = false, tools, children }: PanelHeadProps) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const closePanel = useWorkspace((state) => state.closePanel);
  const Kicker = isHeading ? "h2" : "span";
  return (
    <div className={styles.head}>
      {isPhone && (
        <div className={styles.backRow}>
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconArrowLeft size={16} />}
            data-close-panel
            onClick={closePanel}
          >
            {t("inspector.back")}
          </Button>
          {tools}
        </div>
      )}
      <div className={styles.kickerRow}>
        <Kicker className={styles.kicker}>{kicker}</Kicker>
        {!isPhone && (
          <span className={styles.headTools}>
            {tools}
            <ActionIcon
              variant="subtle"
              color="gray.7"
              size="sm"
              aria-label={t("inspector.close")}
              data-close-panel
              onClick={closePanel}
            >
              <IconX size={16} />
            </ActionIcon>
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
