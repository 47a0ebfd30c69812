import { ActionIcon, Group } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ControlProps } from "./control.ts";
import { TextControl } from "./TextControl.tsx";

/** A web address, with a way to follow it. The validator lets only http and https through. */
export function UrlControl(props: ControlProps) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <div style={{ flex: 1 }}>
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
          aria-label={t("inspector.openAddress")}
        >
          <IconExternalLink size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}
