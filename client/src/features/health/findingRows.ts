/** The findings as a table for spreadsheets: one row for each finding, one for each check without any. Pure. */
import type { CheckResult } from "@trellis/shared/derive/health/healthCheck";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { TFunction } from "i18next";
import type { TableRows } from "../../workspace/exportTable.ts";
import { cardTitle, findingText } from "./healthWords.ts";

const COLUMNS = [
  "check",
  "title",
  "group",
  "severity",
  "result",
  "weight",
  "finding",
  "cards",
  "reason",
  "source",
] as const;

export function findingRows(
  results: readonly CheckResult[],
  snapshot: Pick<MapSnapshot, "cards" | "settings">,
  t: TFunction,
): TableRows {
  const rows = results.flatMap(({ id, group, severity, state, findings, reason }) => {
    const head = [
      id,
      t(`health.check.${id}.title`),
      t(`checkGroup.${group}`),
      t(`health.severity.${severity}`),
      t(`health.state.${state}`),
    ];
    const tail = [reason, t(`health.check.${id}.source`)];
    if (findings.length === 0) return [[...head, null, null, null, ...tail]];
    return findings.map((finding) => [
      ...head,
      t(`health.weight.${finding.weight}`),
      findingText(finding, snapshot.settings, t),
      finding.cards.map((card) => cardTitle(snapshot, card, t)).join("; ") || null,
      ...tail,
    ]);
  });
  return [COLUMNS.map((column) => t(`health.column.${column}`)), ...rows];
}
