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

interface SwitchOffProps {
  readonly id: string;
  readonly isOff: boolean;
  /** The reason being written here; null while nobody was asked for one. */
  readonly draft: string | null;
  /** Keeps its identity. */
  readonly onDraft: (id: string, draft: string | null) => void;
}

export function SwitchOff({ id, isOff, draft, onDraft }: SwitchOffProps) {
  const { t } = useTranslation();
  const edit = useEdit();
  const say = useUndoNotice();
  const button = useRef<HTMLButtonElement>(null);
  /** The button that was pressed is gone afterwards; its successor takes the focus. */
  const [returns, setReturns] = useState(false);
  useEffect(() => {
    if (returns && draft === null) {
      button.current?.focus();
      setReturns(false);
    }
  }, [returns, draft]);
  const close = () => {
    onDraft(id, null);
    setReturns(true);
  };
  const off = (text: string) => {
    if (edit(switchOff, { id, reason: text })) {
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
  if (draft !== null)
    return (
      <Reason
        id={id}
        text={draft}
        isOff={isOff}
        onText={(text) => onDraft(id, text)}
        onOff={off}
        onCancel={close}
      />
    );
  return (
    <Button
      ref={button}
      className={styles.quiet ?? ""}
      size="compact-xs"
      variant="subtle"
      color="gray.8"
      onClick={isOff ? on : () => onDraft(id, "")}
    >
      {t(isOff ? "health.off.on" : "health.off.begin")}
    </Button>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly text: string;
  /** Somebody else has switched the check off while this was being written: their reason stands until it is replaced. */
  readonly isOff: boolean;
  readonly onText: (text: string) => void;
  readonly onOff: (reason: string) => void;
  readonly onCancel: () => void;
}

function Reason({ id, text, isOff, onText, onOff, onCancel }: ReasonProps) {
  const { t } = useTranslation();
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") setWrong(true);
    else onOff(text.trim());
  };
  return (
    <form className={styles.reason} onSubmit={submit}>
      <p className={isOff ? styles.theirs : "unseen"} role="status">
        {isOff && t("health.off.meanwhile")}
      </p>
      <TextInput
        // The field is what the button before it asked for.
        autoFocus
        id={`reason-${id}`}
        size="xs"
        maxLength={2000}
        label={t("health.off.reason")}
        value={text}
        error={isWrong && t("health.off.reasonMissing")}
        onChange={(event) => {
          setWrong(false);
          onText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm">
          {t(isOff ? "health.off.replace" : "health.off.do")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t(isOff ? "health.off.leave" : "health.off.cancel")}
        </Button>
      </div>
    </form>
  );
}
