import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { Band } from "../../ui/chart/Band.tsx";
import { Chart } from "../../ui/chart/Chart.tsx";
import { Line } from "../../ui/chart/Line.tsx";
import { Marks } from "../../ui/chart/Marks.tsx";
import { onwardOf, seriesOf } from "./series.ts";

const HEIGHT = 84;

/** Small enough for forty on a page: lines, where it began, where it is and where it is to be. */
export function SmallChart({
  reading,
  title,
}: {
  readonly reading: IndicatorReading;
  readonly title: string;
}) {
  const series = seriesOf(reading, {
    ticks: 2,
    onward: reading.path === "budget" ? onwardOf(reading, null) : [],
  });
  return (
    <Chart title={title} x={series.x} y={series.y} height={HEIGHT}>
      <Band points={series.tolerance} tone={6} />
      <Line points={series.path} look="dashed" tone={1} isThin isStepped={series.isStepped} />
      <Line points={series.onward} look="dotted" tone={5} isThin />
      <Line points={series.actuals} />
      <Marks points={series.baseline} shape="ring" />
      <Marks points={series.targets.slice(-1)} shape="diamond" tone={1} />
      <Marks points={series.actuals.slice(-1)} />
    </Chart>
  );
}
