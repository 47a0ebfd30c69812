/** The points of an indicator as rows of a table: baseline, actuals and targets, the newest first. Pure. */

import { expectedAt } from "@trellis/shared/derive/indicatorPath";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { lastDay } from "@trellis/shared/schema/days";
import type { CardOf, Point } from "@trellis/shared/schema/values";

export interface PointRow {
  readonly key: string;
  readonly is: "baseline" | "actual" | "target";
  readonly date: string | null;
  /** The day it speaks for; null without a date. */
  readonly day: number | null;
  readonly value: number | null;
  /** What the path expects on that day; only for actuals. */
  readonly expected: number | null;
  readonly source: string | null;
  readonly status: string | null;
  readonly note: string | null;
  readonly isDerived: boolean;
}

const worded = (text: string | null | undefined): string | null => (text ?? "").trim() || null;

function rowOf(
  point: Partial<Point>,
  is: PointRow["is"],
  key: string,
  { drawn }: IndicatorReading,
): PointRow {
  const day = point.date ? lastDay(point.date) : null;
  return {
    key,
    is,
    date: point.date ?? null,
    day,
    value: point.value ?? null,
    expected: is === "actual" && drawn && day !== null ? expectedAt(drawn, day) : null,
    source: worded(point.source),
    status: worded(point.status),
    note: worded(point.note),
    isDerived: point.derived === true,
  };
}

/** Undated ones come last. */
export function pointRows(card: CardOf<"indicator">, reading: IndicatorReading): readonly PointRow[] {
  const { baseline } = card;
  const isBegun = baseline && (baseline.date || typeof baseline.value === "number");
  const rows = [
    ...(isBegun ? [rowOf(baseline as Partial<Point>, "baseline", "baseline", reading)] : []),
    ...(card.actuals ?? []).map((point) => rowOf(point, "actual", `a:${point.id}`, reading)),
    ...(card.targets ?? []).map((point) => rowOf(point, "target", `t:${point.id}`, reading)),
  ];
  return rows.sort((one, other) => (other.day ?? -Number.MAX_VALUE) - (one.day ?? -Number.MAX_VALUE) || 0);
}
