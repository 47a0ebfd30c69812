/** At which level it is answered for, phase by phase: a bar for each, and the same figures as a table. */
import type { PhaseBand } from "@trellis/shared/derive/phaseBands";
import { phaseShares } from "@trellis/shared/derive/phaseShares";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { ChartFigure } from "../../ui/chart/ChartFigure.tsx";
import { StackedBar } from "../../ui/chart/StackedBar.tsx";
import { WideTable } from "../../ui/WideTable.tsx";
import { percent } from "../../workspace/moneyWords.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { toneOfLevel } from "./levelTones.ts";
import styles from "./Roadmap.module.css";
import { levelName, phaseNameIn } from "./roadmapWords.ts";

interface PhaseChartProps {
  readonly mission: CardId;
  readonly phases: readonly PhaseBand[];
}

export function PhaseShareChart({ mission, phases }: PhaseChartProps) {
  const { t } = useTranslation();
  const shares = useAnswer(phaseShares, mission);
  const levels = shares[0]?.levels.map(({ level }) => level) ?? [];
  const name = (phase: string) => phaseNameIn(phases, phase, t);
  const share = (value: number | null) => (value === null ? t("roadmap.notKnown") : percent(value));
  const told = (one: (typeof shares)[number]) =>
    one.levels.map(({ level, share: part }) => `${levelName(level, t)} ${share(part)}`).join(", ");
  return (
    <ChartFigure
      title={t("roadmap.share.title")}
      legend={levels.map((level) => ({
        key: level ?? "none",
        label: levelName(level, t),
        tone: toneOfLevel(level),
        fill: "full",
      }))}
      chart={
        <dl className={styles.phaseBars}>
          {shares.map((one) => (
            <div key={one.phase} data-share={one.phase}>
              <dt>{name(one.phase)}</dt>
              <dd>
                <StackedBar
                  title={`${name(one.phase)}: ${told(one)}`}
                  height={20}
                  parts={one.levels.map(({ level, count, share: part }) => ({
                    key: level ?? "none",
                    value: count,
                    tone: toneOfLevel(level),
                    title: `${levelName(level, t)}: ${count} (${share(part)})`,
                  }))}
                />
              </dd>
            </div>
          ))}
        </dl>
      }
      table={
        <WideTable caption={t("roadmap.share.caption")}>
          <thead>
            <tr>
              <th scope="col">{t("roadmap.phase.one")}</th>
              {levels.map((level) => (
                <th key={level} scope="col">
                  {levelName(level, t)}
                </th>
              ))}
              <th scope="col">{t("roadmap.share.nobody")}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((one) => (
              <tr key={one.phase} data-shares={one.phase}>
                <th scope="row">{name(one.phase)}</th>
                {one.levels.map(({ level, count, share: part }) => (
                  <td key={level}>{t("roadmap.share.cell", { count, share: share(part) })}</td>
                ))}
                <td>{t("roadmap.share.nobodyOf", { count: one.nobody, cards: one.cards })}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      }
    />
  );
}
