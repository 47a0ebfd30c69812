import { IconCheck, IconMinus, IconPlayerPause, IconQuestionMark, IconX } from "@tabler/icons-react";
import type { CheckState } from "@trellis/shared/derive/health/healthCheck";
import { useTranslation } from "react-i18next";
import styles from "./Health.module.css";

const SIGNS = {
  pass: IconCheck,
  fail: IconX,
  not_known: IconQuestionMark,
  not_applicable: IconMinus,
  switched_off: IconPlayerPause,
} as const satisfies Record<CheckState, unknown>;

/** A result as sign and word; with a count, how many checks have it. Colour only underlines what both say. */
export function ResultSign({ state, count }: { readonly state: CheckState; readonly count?: number }) {
  const { t } = useTranslation();
  const Sign = SIGNS[state];
  return (
    <span className={styles.result} data-result={state}>
      <Sign className={styles.sign} size={14} stroke={2.4} aria-hidden="true" />
      {count === undefined ? t(`health.state.${state}`) : t(`health.count.${state}`, { count })}
    </span>
  );
}
