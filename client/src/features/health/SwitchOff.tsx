/** Switches a check off on this map, with the reason for all to read, and on again; either can be undone. */
import { Button, TextInput } from "@mantine/core";
import { putRecord, removeRecord } from "@trellis/shared/ops/records";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import styles from "./Health.module.css";

const LIST = { card: "map", list: "switchedOffChecks" } as const;

function switchOff(draft: MapDraft, record: { id: string; reason: string }): true {
  putRecord(draft, { ...LIST, record });
  return true;
}

function switchOn(draft: MapDraft, id: string): true {
  removeRecord(draft, { ...LIST, id });
  return true;
}

export function SwitchOff({ id, isOff }: { readonly id: string; readonly isOff: boolean }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const say = useUndoNotice();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** The button that was pressed is gone afterwards; its successor takes the focus. */
  const [returns, setReturns] = useState(false);
  useEffect(() => {
    if (returns && !isAsking) {
      button.current?.focus();
      setReturns(false);
    }
  }, [returns, isAsking]);
  const close = () => {
    setAsking(false);
    setReturns(true);
  };
  const off = (reason: string) => {
    if (edit(switchOff, { id, reason })) {
      say(t("health.off.done", { check: id }));
      close();
    }
  };
  const on = () => {
    if (edit(switchOn, id)) {
      say(t("health.off.undone", { check: id }));
      setReturns(true);
    }
  };
  if (isAsking && !isOff) return <Reason id={id} onOff={off} onCancel={close} />;
  return (
    <Button
      ref={button}
      className={styles.quiet ?? ""}
      size="compact-xs"
      variant="subtle"
      color="gray.8"
      onClick={isOff ? on : () => setAsking(true)}
    >
      {t(isOff ? "health.off.on" : "health.off.begin")}
    </Button>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly onOff: (reason: string) => void;
  readonly onCancel: () => void;
}

function Reason({ id, onOff, onCancel }: ReasonProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") setWrong(true);
    else onOff(reason.trim());
  };
  return (
    <form className={styles.reason} onSubmit={submit}>
      <TextInput
        // The field is what the button before it asked for.
        autoFocus
        id={`reason-${id}`}
        size="xs"
        maxLength={2000}
        label={t("health.off.reason")}
        value={reason}
        error={isWrong && t("health.off.reasonMissing")}
        onChange={(event) => {
          setWrong(false);
          setReason(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm">
          {t("health.off.do")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t("health.off.cancel")}
        </Button>
      </div>
    </form>
  );
}
