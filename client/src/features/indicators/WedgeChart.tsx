import type { Wedge } from "@trellis/shared/derive/contributions";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSnapshot } from "../../document/useMap.ts";
import { Band } from "../../ui/chart/Band.tsx";
import { Chart } from "../../ui/chart/Chart.tsx";
import { Legend, type LegendItem } from "../../ui/chart/Legend.tsx";
import { Line } from "../../ui/chart/Line.tsx";
import { Marks } from "../../ui/chart/Marks.tsx";
import type { Tone } from "../../ui/chart/tones.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import styles from "./Indicators.module.css";
import { wedgeSeries } from "./wedgeSeries.ts";

interface WedgeChartProps {
  readonly reading: IndicatorReading;
  readonly found: Wedge;
  readonly overlap: number;
}

const HEIGHT = 240;
const TONES: readonly Tone[] = [1, 2, 3, 4, 5, 6];

/** The figures it shows stand in the table below it. */
export function WedgeChart({ reading, found, overlap }: WedgeChartProps) {
  const { t } = useTranslation();
  const whole = useSnapshot();
  const series = useMemo(() => wedgeSeries(reading, found, overlap), [reading, found, overlap]);
  if (!series) return null;
  const nameOf = (card: (typeof series.parts)[number]["card"]) =>
    card === null ? t("indicators.wedge.rest") : titleOf(whole, card, t);
  const legend: LegendItem[] = [
    ...series.parts.map(({ card, key }, index) => ({
      key,
      label: nameOf(card),
      fill: "full" as const,
      tone: TONES[index % TONES.length] ?? 1,
    })),
    { key: "unsure", label: t("indicators.wedge.unsure"), fill: "open", tone: 1 },
    { key: "level", label: t("indicators.wedge.level"), line: "dotted" },
    { key: "path", label: t("indicators.wedge.path"), line: "dashed", tone: 1 },
  ];
  const end = series.path.at(-1);
  return (
    <div className={styles.wedge}>
      <Chart title={t("indicators.wedge.chart")} x={series.x} y={series.y} height={HEIGHT} side={3.25}>
        {series.parts.map(({ card, key, band }, index) => (
          <Band
            key={key}
            points={band}
            tone={TONES[index % TONES.length] ?? 1}
            isStepped
            title={nameOf(card)}
          />
        ))}
        <Band points={series.unsure} tone={1} isOpen isStepped />
        <Line points={series.level} look="dotted" />
        <Line points={series.path} look="dashed" tone={1} />
        <Marks points={end ? [end] : []} shape="diamond" tone={1} />
      </Chart>
      <Legend items={legend} />
    </div>
  );
}
