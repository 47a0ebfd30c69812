/** One check: its result in a line, and on request what it found, why it matters, and how to switch it off. */
import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import type { CheckResult } from "@trellis/shared/derive/health/healthCheck";
import { memo, useId } from "react";
import { useTranslation } from "react-i18next";
import { FindingList } from "./FindingList.tsx";
import styles from "./Health.module.css";
import { OtherView } from "./OtherView.tsx";
import { ResultSign } from "./ResultSign.tsx";
import { SwitchOff } from "./SwitchOff.tsx";

interface CheckItemProps {
  /** Keeps its identity while nothing about it changed, so that an edit draws only what it touched. */
  readonly result: CheckResult;
  readonly isOpen: boolean;
  readonly canEdit: boolean;
  /** The reason being written for switching it off; null while nobody was asked for one. */
  readonly draft: string | null;
  readonly onToggle: (id: string) => void;
  readonly onDraft: (id: string, draft: string | null) => void;
}

export const CheckItem = memo(function CheckItem(props: CheckItemProps) {
  const { result, isOpen, canEdit, draft, onToggle, onDraft } = props;
  const { t } = useTranslation();
  const body = useId();
  const { id, state, severity, findings } = result;
  const count = findings.filter(({ weight }) => weight !== "note").length;
  return (
    <li className={styles.check} data-check={id} data-state={state}>
      <h3 className={styles.checkHead}>
        <UnstyledButton
          className={styles.opener}
          aria-expanded={isOpen}
          aria-controls={body}
          data-opener={id}
          onClick={() => onToggle(id)}
        >
          <IconChevronRight className={styles.chevron} size={15} stroke={2} aria-hidden="true" />
          <span className={styles.number}>{id}</span>
          <span className={styles.name}>{t(`health.check.${id}.title`)}</span>
          <span className={styles.aside}>
            {count > 0 && (
              <span className={styles.soft}>
                {t(state === "pass" ? "health.warned" : "health.concerned", { count })}
              </span>
            )}
            <span className={styles.severity}>{t(`health.severity.${severity}`)}</span>
            <ResultSign state={state} />
          </span>
        </UnstyledButton>
      </h3>
      {isOpen && (
        <div id={body} className={styles.body}>
          <FindingList result={result} canEdit={canEdit} />
          <p className={styles.why}>
            <b>{t("health.why")}:</b> {t(`health.check.${id}.why`)}{" "}
            <span className={styles.soft}>
              {t("health.source", { source: t(`health.check.${id}.source`) })}
            </span>
          </p>
          <OtherView check={id} />
          {(canEdit || draft !== null) && (
            <SwitchOff id={id} isOff={state === "switched_off"} draft={draft} onDraft={onDraft} />
          )}
        </div>
      )}
    </li>
  );
});
