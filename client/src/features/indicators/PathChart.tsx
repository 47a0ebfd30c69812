/** The large chart and the table of its points beside it; a row that is looked at is marked in the chart. */
import { Button } from "@mantine/core";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { Rates } from "@trellis/shared/derive/rates";
import { lastDay } from "@trellis/shared/schema/days";
import type { CardOf } from "@trellis/shared/schema/values";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Band } from "../../ui/chart/Band.tsx";
import { Chart } from "../../ui/chart/Chart.tsx";
import { ChartFigure } from "../../ui/chart/ChartFigure.tsx";
import type { LegendItem } from "../../ui/chart/Legend.tsx";
import { Line } from "../../ui/chart/Line.tsx";
import { Marks } from "../../ui/chart/Marks.tsx";
import { Rule } from "../../ui/chart/Rule.tsx";
import { WideTable } from "../../ui/WideTable.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { today } from "../../workspace/today.ts";
import { asEntered, decimalsOf, workedOut } from "./figures.ts";
import styles from "./Indicators.module.css";
import { type PointRow, pointRows } from "./points.ts";
import { SourceText } from "./SourceText.tsx";
import { onwardOf, type Series, seriesOf } from "./series.ts";
import { verdictWords } from "./verdictWords.ts";

interface PathChartProps {
  readonly card: CardOf<"indicator">;
  readonly reading: IndicatorReading;
  readonly rates: Rates | null;
  readonly looked: string | null;
  readonly setLooked: (key: string | null) => void;
}

const HEIGHT = 300;
/** More dots than these run into each other. */
const MOST_MARKS = 120;

export function PathChart({ card, reading, rates, looked, setLooked }: PathChartProps) {
  const { t } = useTranslation();
  const now = lastDay(today());
  const rows = useMemo(() => pointRows(card, reading), [card, reading]);
  const series = useMemo(
    () => seriesOf(reading, { onward: onwardOf(reading, rates), today: now, ticks: 5 }),
    [reading, rates, now],
  );
  if (rows.length === 0) return <p className={styles.soft}>{t("indicators.noPoints")}</p>;
  const at = rows.find(({ key }) => key === looked);
  const lookedAt =
    at && at.day !== null && at.value !== null ? [{ x: at.day, y: at.value, key: at.key }] : [];
  return (
    <div className={styles.figure}>
      <ChartFigure
        title={t("indicators.chart.title", { unit: reading.unit ?? t("indicators.chart.noUnit") })}
        legend={legendOf(t, reading, series)}
        chart={
          <Chart
            title={[card.title, verdictWords(t, reading), t("indicators.chart.beside")].join(". ")}
            x={series.x}
            y={series.y}
            height={HEIGHT}
            side={3.25}
          >
            <Band points={series.tolerance} tone={6} />
            <Rule x={now} label={t("indicators.chart.today")} />
            <Line points={series.path} look="dashed" tone={1} isStepped={series.isStepped} />
            <Line points={series.onward} look="dotted" tone={5} />
            <Line points={series.actuals} />
            {series.actuals.length <= MOST_MARKS && <Marks points={series.actuals} />}
            <Marks points={series.baseline} shape="ring" />
            <Marks points={series.targets} shape="diamond" tone={1} />
            <Marks points={lookedAt} chosen={looked} />
          </Chart>
        }
        table={<PointTable rows={rows} reading={reading} setLooked={setLooked} />}
      />
    </div>
  );
}

function legendOf(
  t: ReturnType<typeof useTranslation>["t"],
  { drawn }: IndicatorReading,
  series: Series,
): LegendItem[] {
  const said = (key: string, label: string, look: Omit<LegendItem, "key" | "label">): LegendItem => ({
    key,
    label,
    ...look,
  });
  return [
    ...(series.actuals.length > 0
      ? [said("actual", t("indicators.chart.actual"), { line: "solid", mark: "dot" })]
      : []),
    ...(drawn ? [said("path", t(`indicators.chart.path.${drawn.look}`), { line: "dashed", tone: 1 })] : []),
    ...(series.baseline.length > 0
      ? [said("baseline", t("indicators.chart.baseline"), { mark: "ring" })]
      : []),
    ...(series.targets.length > 0
      ? [said("target", t("indicators.chart.target"), { mark: "diamond", tone: 1 })]
      : []),
    ...(series.onward.length > 0
      ? [said("onward", t("indicators.chart.onward"), { line: "dotted", tone: 5 })]
      : []),
    ...(series.tolerance.length > 0
      ? [said("tolerance", t("indicators.chart.tolerance"), { fill: "full", tone: 6 })]
      : []),
  ];
}

/** Rows drawn at once; earlier ones on request. */
const PAGE = 40;

interface PointTableProps extends Pick<PathChartProps, "reading" | "setLooked"> {
  readonly rows: readonly PointRow[];
}

function PointTable({ rows, reading, setLooked }: PointTableProps) {
  const { t } = useTranslation();
  const [most, setMost] = useState(PAGE);
  const hidden = Math.max(0, rows.length - most);
  const decimals = decimalsOf(reading);
  const hasExpected = rows.some(({ expected }) => expected !== null);
  return (
    <>
      <div className={styles.points}>
        <WideTable
          caption={t("indicators.points.caption", { unit: reading.unit ?? t("indicators.chart.noUnit") })}
        >
          <thead>
            <tr>
              <th scope="col">{t("indicators.points.date")}</th>
              <th scope="col">{t("indicators.points.is")}</th>
              <th scope="col">{t("indicators.points.value")}</th>
              {hasExpected && <th scope="col">{t("indicators.points.expected")}</th>}
              <th scope="col">{t("indicators.points.source")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr
                key={row.key}
                data-point={row.is}
                onMouseEnter={() => setLooked(row.key)}
                onMouseLeave={() => setLooked(null)}
              >
                <th scope="row" className={styles.date}>
                  {row.date === null ? t("indicators.points.noDate") : showDate(row.date)}
                </th>
                <td>{t(`indicators.points.${row.is}`)}</td>
                <td className={styles.number}>
                  {row.value === null ? t("indicators.points.unknown") : asEntered(row.value)}
                </td>
                {hasExpected && (
                  <td className={styles.number}>
                    {row.expected === null ? "" : workedOut(row.expected, decimals)}
                  </td>
                )}
                <td>
                  <SourceText source={row.source} />
                  {[row.status, row.isDerived ? t("indicators.points.derived") : null, row.note]
                    .filter((words) => words !== null)
                    .map((words) => (
                      <span key={words} className={styles.remark} dir="auto">
                        {words}
                      </span>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </div>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setMost(most + 10 * PAGE)}>
          {t("indicators.points.earlier", { count: hidden })}
        </Button>
      )}
    </>
  );
}
