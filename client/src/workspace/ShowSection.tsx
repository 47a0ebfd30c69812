/** One part of the panel in which people choose what is shown: it opens, says what is chosen, and can be cleared. */
import { Button, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./ShowPanel.module.css";

interface ShowSectionProps {
  readonly title: string;
  /** How many values are chosen; a section in which something is chosen starts open. */
  readonly chosen?: number;
  readonly startsOpen?: boolean;
  readonly onClear?: () => void;
  readonly children: ReactNode;
}

export function ShowSection({ title, chosen = 0, startsOpen = false, onClear, children }: ShowSectionProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(startsOpen || chosen > 0);
  const body = useId();
  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <UnstyledButton
            className={styles.opener}
            aria-expanded={isOpen}
            aria-controls={body}
            onClick={() => setOpen(!isOpen)}
          >
            <IconChevronRight className={styles.chevron} size={14} stroke={2} aria-hidden="true" />
            {title}
            {chosen > 0 && <span className={styles.chosen}>{chosen}</span>}
          </UnstyledButton>
        </h2>
        {chosen > 0 && onClear && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t("look.panel.clearOf", { section: title })}
            onClick={onClear}
          >
            {t("look.panel.clearShort")}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend; the section's heading names it */}
      <div id={body} role="group" aria-label={title} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}

interface CheckRowProps {
  readonly label: string;
  readonly on: boolean;
  readonly count: number;
  readonly sample?: ReactNode;
  readonly onToggle: () => void;
}

/** One value with a tick, and how many cards or links it stands for. */
export function CheckRow({ label, on, count, sample, onToggle }: CheckRowProps) {
  return (
    <UnstyledButton role="checkbox" aria-checked={on} className={styles.row} onClick={onToggle}>
      <span className={styles.check}>{on && <IconCheck size={13} stroke={2.6} />}</span>
      {sample && <span className={styles.sample}>{sample}</span>}
      <span className={styles.label}>{label}</span>
      <span className={styles.count}>{count}</span>
    </UnstyledButton>
  );
}
