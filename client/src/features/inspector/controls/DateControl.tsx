/** A date is typed: a day, a month or a year. The browser's own calendar helps those who look for a day. */
import { ActionIcon } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { draftKey, keepDraft } from "../../../workspace/values/draftStore.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import type { ControlProps } from "./control.ts";
import { TextControl } from "./TextControl.tsx";

export function DateControl(props: ControlProps) {
  const { t } = useTranslation();
  const { ownerKey } = useForm();
  const calendar = useRef<HTMLInputElement>(null);
  if (props.cell) return <TextControl {...props} />;
  const value = typeof props.value === "string" ? props.value : "";
  const open = () => {
    if (!calendar.current) return;
    calendar.current.value = value.length === 10 ? value : "";
    calendar.current.showPicker();
  };
  return (
    <div className={styles.withTool}>
      <div className={styles.grows}>
        <TextControl {...props} />
      </div>
      <ActionIcon
        className={styles.quietTool ?? ""}
        variant="subtle"
        color="gray.7"
        size="sm"
        aria-label={t("inspector.openCalendar", { label: props.label })}
        onClick={open}
      >
        <IconCalendar size={15} />
      </ActionIcon>
      <input
        ref={calendar}
        type="date"
        className={styles.calendar}
        tabIndex={-1}
        aria-hidden
        data-calendar
        onChange={(event) => {
          if (event.currentTarget.value === "") return;
          // The chosen day takes the place of what was typed and does not fit.
          keepDraft(draftKey(ownerKey, props.path), null);
          props.write(event.currentTarget.value);
        }}
      />
    </div>
  );
}
