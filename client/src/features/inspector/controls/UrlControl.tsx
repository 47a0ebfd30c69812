import { ActionIcon } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import styles from "../Inspector.module.css";
import type { ControlProps } from "./control.ts";
import { TextControl } from "./TextControl.tsx";

/** A web address, with a way to follow it. The validator lets only http and https through. */
export function UrlControl(props: ControlProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.withTool}>
      <div className={styles.grows}>
        <TextControl {...props} />
      </div>
      {typeof props.value === "string" && props.value !== "" && (
        <ActionIcon
          component="a"
          href={props.value}
          target="_blank"
          rel="noopener noreferrer"
          variant="subtle"
          color="gray.7"
          size="sm"
          aria-label={t("inspector.openAddress")}
        >
          <IconExternalLink size={15} />
        </ActionIcon>
      )}
    </div>
  );
}
