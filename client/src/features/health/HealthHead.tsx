/** Above the checks: how each group stands, and which of the checks are shown. */
import { Button } from "@mantine/core";
import type { GroupHealth } from "@trellis/shared/derive/health/healthCheck";
import { useTranslation } from "react-i18next";
import { CsvButton } from "../../workspace/CsvButton.tsx";
import styles from "./Health.module.css";
import { ALL_CHECKS, type HealthFilter, RESULTS, toggled } from "./healthFilter.ts";
import { ResultSign } from "./ResultSign.tsx";

interface HealthHeadProps {
  readonly groups: readonly GroupHealth[];
  readonly filter: HealthFilter;
  readonly onFilter: (next: HealthFilter) => void;
  readonly onExport: () => void;
}

export function HealthHead({ groups, filter, onFilter, onExport }: HealthHeadProps) {
  const { t } = useTranslation();
  const isFiltered = filter.results.length + filter.groups.length > 0;
  return (
    <div className={styles.head}>
      <div className={styles.lead}>
        <p className={styles.intro}>{t("health.intro")}</p>
        <CsvButton table={t("health.label")} onSave={onExport} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on screen */}
      <div className={styles.tiles} role="group" aria-label={t("health.groups")}>
        {groups.map(({ group, counts }) => (
          <button
            key={group}
            type="button"
            className={styles.tile}
            aria-pressed={filter.groups.includes(group)}
            data-group={group}
            onClick={() => onFilter({ ...filter, groups: toggled(filter.groups, group) })}
          >
            <span className={styles.tileName}>{t(`checkGroup.${group}`)}</span>
            <span className={styles.counts}>
              {RESULTS.filter((state) => counts[state] > 0).map((state) => (
                <ResultSign key={state} state={state} count={counts[state]} />
              ))}
            </span>
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on screen */}
      <div className={styles.filters} role="group" aria-label={t("health.results")}>
        <span className={styles.soft} aria-hidden="true">
          {t("health.results")}
        </span>
        {RESULTS.map((state) => (
          <button
            key={state}
            type="button"
            className={styles.filter}
            aria-pressed={filter.results.includes(state)}
            onClick={() => onFilter({ ...filter, results: toggled(filter.results, state) })}
          >
            <ResultSign state={state} />
          </button>
        ))}
        {isFiltered && (
          <Button size="compact-xs" variant="subtle" onClick={() => onFilter(ALL_CHECKS)}>
            {t("health.clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
