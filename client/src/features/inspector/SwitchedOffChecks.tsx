import { Button, TextInput } from "@mantine/core";
import { recordTable } from "@trellis/shared/schema/records";
import type { RecordTypes } from "@trellis/shared/schema/values";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldControl } from "./controls/FieldControl.tsx";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";

interface SwitchedOffChecksProps {
  readonly writers: FieldWriters;
  readonly value: readonly RecordTypes["switchedOffCheck"][] | null | undefined;
}

/** As health checks are numbered: H05. */
const CHECK = /^H\d{2}$/i;

/** Health checks that do not speak on this map, each with the reason why. */
export function SwitchedOffChecks({ writers, value }: SwitchedOffChecksProps) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const [check, setCheck] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const reason = recordTable("switchedOffCheck").fields.reason;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!CHECK.test(check.trim())) {
      setIsWrong(true);
      return;
    }
    writers.putRecord("switchedOffChecks", { id: check.trim().toUpperCase() });
    setCheck("");
  };
  return (
    <div data-field="switchedOffChecks">
      <p className={styles.hint}>{t("inspector.about.switchedOffChecks")}</p>
      {(value ?? []).map((record) => (
        <div key={record.id} className={styles.row} data-record={record.id}>
          <span className={styles.label}>{record.id}</span>
          <div className={styles.control}>
            {readOnly || !reason ? (
              <div className={styles.value}>{record.reason}</div>
            ) : (
              <>
                <FieldControl
                  named
                  spec={reason}
                  path={`switchedOffChecks.reason@${record.id}`}
                  id={`field-check-${record.id}`}
                  label={t("inspector.reasonFor", { check: record.id })}
                  placeholder={t("inspector.reasonHint")}
                  value={record.reason}
                  write={(next) => writers.putRecord("switchedOffChecks", { ...record, reason: next })}
                />
                <button
                  type="button"
                  className={styles.quietButton}
                  onClick={() => writers.removeRecord("switchedOffChecks", record.id)}
                >
                  {t("inspector.switchOn", { check: record.id })}
                </button>
              </>
            )}
          </div>
        </div>
      ))}
      {!readOnly && (
        <form className={styles.inlineForm} onSubmit={add}>
          <TextInput
            size="xs"
            aria-label={t("inspector.checkNumber")}
            placeholder={t("inspector.checkNumber")}
            value={check}
            error={isWrong && t("inspector.checkNumberWrong")}
            onChange={(event) => {
              setIsWrong(false);
              setCheck(event.currentTarget.value);
            }}
          />
          <Button type="submit" size="xs" variant="default" disabled={check.trim() === ""}>
            {t("inspector.switchOff")}
          </Button>
        </form>
      )}
    </div>
  );
}
