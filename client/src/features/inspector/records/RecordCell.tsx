import { TextInput } from "@mantine/core";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { useTranslation } from "react-i18next";
import { draftKey, keepDraft, useDraft } from "../../../workspace/values/draftStore.ts";
import { FieldControl, isTyped } from "../controls/FieldControl.tsx";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";

interface RecordCellProps {
  readonly list: string;
  readonly recordId: string;
  readonly name: string;
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly label: string;
  readonly write: (value: unknown) => void;
}

/** One field of a record in its row. A pasted text that is none of the choices stays until it is emptied. */
export function RecordCell({ list, recordId, name, spec, value, label, write }: RecordCellProps) {
  const { t } = useTranslation();
  const { ownerKey } = useForm();
  const key = draftKey(ownerKey, `${list}.${name}`, recordId);
  const draft = useDraft(key);
  if (draft && !isTyped(spec)) {
    const code = draft.reason?.code ?? "not_listed";
    return (
      <TextInput
        aria-label={label}
        variant="unstyled"
        size="xs"
        classNames={{ input: styles.quiet ?? "" }}
        value={draft.text}
        error={
          <span className={styles.misfit}>
            {t(`errors.misfit.${code}`, { limit: draft.reason?.limit })} {t("inspector.emptyToChoose")}
          </span>
        }
        onChange={(event) => {
          const text = event.currentTarget.value;
          keepDraft(key, text === "" ? null : { ...draft, text });
        }}
      />
    );
  }
  return (
    <FieldControl
      cell
      named
      spec={spec}
      path={`${list}.${name}@${recordId}`}
      id={`cell-${key}`.replace(/[^\w-]/g, "_")}
      label={label}
      value={value}
      write={write}
    />
  );
}
