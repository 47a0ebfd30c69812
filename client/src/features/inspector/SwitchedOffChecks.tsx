import { NativeSelect } from "@mantine/core";
import { CHECK_GROUPS } from "@trellis/shared/derive/health/check";
import { CHECKS } from "@trellis/shared/derive/health/checks";
import { recordTable } from "@trellis/shared/schema/records";
import type { RecordTypes } from "@trellis/shared/schema/values";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldControl } from "./controls/FieldControl.tsx";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";

interface SwitchedOffChecksProps {
  readonly writers: FieldWriters;
  readonly value: readonly RecordTypes["switchedOffCheck"][] | null | undefined;
}

/** Health checks that do not speak on this map, each with the reason why. */
export function SwitchedOffChecks({ writers, value }: SwitchedOffChecksProps) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const list = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  const reason = recordTable("switchedOffCheck").fields.reason;
  /** A number this version has no check for is shown as it is. */
  const nameOf = (check: string) => t(`check.${check}`, { defaultValue: check });
  const off = new Set((value ?? []).map(({ id }) => String(id)));
  // Why it is switched off is the next thing to say.
  useEffect(() => {
    if (added !== null) list.current?.querySelector<HTMLElement>(`#field-check-${added}`)?.focus();
  }, [added]);
  const switchOff = (check: string) => {
    if (check === "") return;
    writers.putRecord("switchedOffChecks", { id: check });
    setAdded(check);
  };
  return (
    <div data-field="switchedOffChecks" ref={list}>
      <p className={styles.hint}>{t("inspector.about.switchedOffChecks")}</p>
      {(value ?? []).map((record) => (
        <div key={record.id} className={styles.row} data-record={record.id}>
          <span className={styles.label}>{nameOf(record.id)}</span>
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
                  label={t("inspector.reasonFor", { check: nameOf(record.id) })}
                  placeholder={t("inspector.reasonHint")}
                  value={record.reason}
                  write={(next) => writers.putRecord("switchedOffChecks", { ...record, reason: next })}
                />
                <button
                  type="button"
                  className={styles.quietButton}
                  onClick={() => writers.removeRecord("switchedOffChecks", record.id)}
                >
                  {t("inspector.switchOn", { check: nameOf(record.id) })}
                </button>
              </>
            )}
          </div>
        </div>
      ))}
      {!readOnly && (
        <NativeSelect
          size="xs"
          mt="xs"
          aria-label={t("inspector.switchOff")}
          data-switch-off
          value=""
          classNames={{ input: styles.pick ?? "" }}
          data={[
            { value: "", label: t("inspector.switchOff") },
            ...CHECK_GROUPS.map((group) => ({
              group: t(`checkGroup.${group}`),
              items: CHECKS.filter((check) => check.group === group && !off.has(check.id)).map(({ id }) => ({
                value: id,
                label: nameOf(id),
              })),
            })),
          ]}
          onChange={(event) => switchOff(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
