import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isKnown } from "../../../workspace/values/codecs.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { useValueText } from "../useValueText.ts";
import type { ControlProps, SpecOf } from "./control.ts";
import { PartFields } from "./PartFields.tsx";

/** Values that belong together: one line of them, opened to edit each. Stored as one. */
export function GroupControl({ spec, path, id, label, value, write }: ControlProps<SpecOf<"group">>) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const valueText = useValueText();
  const known = isKnown(value);
  const [opened, setOpened] = useState(!known && !readOnly);
  const parts = (typeof value === "object" && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const writePart = (name: string, part: unknown) => {
    const next = { ...parts, [name]: part };
    write(isKnown(next) ? next : null);
  };
  const shown = known ? valueText(spec, value) : t("words.notKnown");
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <>
      <UnstyledButton
        id={id}
        className={styles.groupButton ?? ""}
        aria-expanded={opened}
        aria-label={`${label}: ${shown}`}
        onClick={() => setOpened(!opened)}
      >
        <span className={known ? "" : styles.unknown}>{shown}</span>
        <Chevron size={14} aria-hidden />
      </UnstyledButton>
      {opened && <PartFields fields={spec.parts} path={path} values={parts} write={writePart} />}
    </>
  );
}
