/** Committed money by the level of its providers, phase by phase, and what is not in the bars: unknown, other currencies. */
import type { PhaseBand } from "@trellis/shared/derive/phaseBands";
import { type PhaseMoney, phaseMoney } from "@trellis/shared/derive/phaseMoney";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ChartFigure } from "../../ui/chart/ChartFigure.tsx";
import { StackedBar } from "../../ui/chart/StackedBar.tsx";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { short } from "../../workspace/moneyWords.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { toneOfLevel } from "./levelTones.ts";
import styles from "./Roadmap.module.css";
import { levelName, phaseNameIn } from "./roadmapWords.ts";

interface PhaseChartProps {
  readonly mission: CardId;
  readonly phases: readonly PhaseBand[];
}

const isNothing = ({ amount, notKnown, others }: PhaseMoney): boolean =>
  amount === null && notKnown === 0 && others.length === 0;

const known = ({ levels }: PhaseMoney) =>
  levels.flatMap(({ level, amount }) => (amount === null ? [] : [{ level, amount }]));

export function PhaseMoneyChart({ mission, phases }: PhaseChartProps) {
  const { t } = useTranslation();
  const { currency, phases: rows } = useAnswer(phaseMoney, mission);
  if (rows.every(isNothing))
    return (
      <section className={view.section}>
        <h3 className={view.sectionTitle}>{t("roadmap.money.title")}</h3>
        <p className={view.soft}>{t("roadmap.money.none")}</p>
      </section>
    );
  const levels = rows[0]?.levels.map(({ level }) => level) ?? [];
  const most = Math.max(...rows.map(({ amount }) => amount ?? 0));
  const name = (phase: string | null) =>
    phase === null ? t("roadmap.money.undated") : phaseNameIn(phases, phase, t);
  return (
    <ChartFigure
      title={t("roadmap.money.title")}
      legend={levels.map((level) => ({
        key: level ?? "none",
        label: levelName(level, t),
        tone: toneOfLevel(level),
        fill: "full",
      }))}
      chart={
        <dl className={styles.phaseBars}>
          {rows.map((row) => (
            <div key={row.phase} data-money={row.phase ?? "undated"}>
              <dt>
                {name(row.phase)} <span className={view.soft}>{amountText(row, currency, t)}</span>
              </dt>
              <dd>
                <StackedBar
                  title={`${name(row.phase)}: ${levelsText(row, currency, t)}`}
                  height={20}
                  whole={most}
                  parts={known(row).map(({ level, amount }) => ({
                    key: level ?? "none",
                    value: amount,
                    tone: toneOfLevel(level),
                    title: `${levelName(level, t)}: ${short(amount, currency)}`,
                  }))}
                />
              </dd>
            </div>
          ))}
        </dl>
      }
      table={<MoneyTable rows={rows} levels={levels} currency={currency} name={name} />}
    >
      <p className={view.legend}>{t("roadmap.money.how")}</p>
    </ChartFigure>
  );
}

interface MoneyTableProps {
  readonly rows: readonly PhaseMoney[];
  readonly levels: readonly PhaseMoney["levels"][number]["level"][];
  readonly currency: string | null;
  readonly name: (phase: string | null) => string;
}

function MoneyTable({ rows, levels, currency, name }: MoneyTableProps) {
  const { t } = useTranslation();
  return (
    <WideTable caption={t("roadmap.money.caption")}>
      <thead>
        <tr>
          <th scope="col">{t("roadmap.phase.one")}</th>
          {levels.map((level) => (
            <th key={level} scope="col">
              {levelName(level, t)}
            </th>
          ))}
          <th scope="col">{t("roadmap.money.byCard")}</th>
          <th scope="col">{t("roadmap.money.beside")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.phase} data-amounts={row.phase ?? "undated"}>
            <th scope="row">{name(row.phase)}</th>
            {row.levels.map(({ level, amount }) => (
              <td key={level}>{cell(amount, currency)}</td>
            ))}
            <td>{cell(row.byCard, currency)}</td>
            <td>{besideText(row, t)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** An amount that is not known is never told as 0. */
const cell = (amount: number | null, currency: string | null): string =>
  amount === null ? "–" : short(amount, currency);

/** What the amount leaves out. */
function besideText({ others, notKnown }: PhaseMoney, t: TFunction): string {
  return [
    ...others.map((one) => short(one.amount, one.currency)),
    ...(notKnown > 0 ? [t("words.amountsNotKnown", { count: notKnown })] : []),
  ].join(", ");
}

/** Levels with what is known of them, and what stands beside. */
function levelsText(row: PhaseMoney, currency: string | null, t: TFunction): string {
  const levels = known(row).map(({ level, amount }) => `${levelName(level, t)} ${short(amount, currency)}`);
  const said = [...levels, besideText(row, t)].filter((text) => text !== "");
  return said.length === 0 ? t("roadmap.money.nothing") : said.join(", ");
}

/** Nothing stated is never told as 0. */
function amountText(row: PhaseMoney, currency: string | null, t: TFunction): string {
  const beside = besideText(row, t);
  if (row.amount === null) return beside === "" ? t("roadmap.money.nothing") : beside;
  return beside === ""
    ? short(row.amount, currency)
    : t("roadmap.money.and", { amount: short(row.amount, currency), beside });
}
