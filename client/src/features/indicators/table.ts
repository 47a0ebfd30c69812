/** The indicators as rows of a spreadsheet. Pure. An empty cell is not known. */
import type { CsvValue } from "@trellis/shared/codecs/csv";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { isoDay } from "@trellis/shared/schema/days";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { besideVerdict, verdictWords } from "./verdictWords.ts";

const COLUMNS = [
  "indicator",
  "kind",
  "unit",
  "verdict",
  "beside",
  "pace",
  "baseline",
  "baselineDate",
  "latest",
  "latestDate",
  "expected",
  "target",
  "targetDate",
  "freshness",
] as const;

export function tableOf(
  t: TFunction,
  readings: readonly IndicatorReading[],
  titleOf: (card: CardId) => string,
): CsvValue[][] {
  const rows = readings.map((one): CsvValue[] => {
    const { baseline, standing, kind, unit, freshness } = one;
    const { actual } = standing;
    const target = one.targets.at(-1);
    return [
      titleOf(one.card),
      kind && t(`enum.indicatorKind.${kind}`),
      unit,
      verdictWords(t, one),
      besideVerdict(t, one).join(" "),
      standing.pace,
      baseline?.value ?? null,
      baseline && isoDay(baseline.day),
      actual?.value ?? null,
      actual && isoDay(actual.day),
      standing.expected,
      target?.value ?? null,
      target ? isoDay(target.day) : null,
      t(`indicators.freshness.${freshness.state}`),
    ];
  });
  return [COLUMNS.map((column) => t(`indicators.column.${column}`)), ...rows];
}
