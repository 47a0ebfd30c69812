/** Which fields of a record stand in its row of the small table; the rest is seen when it is opened. */
import type { RecordName } from "@trellis/shared/schema/records";

export const RECORD_COLUMNS: Readonly<Record<RecordName, readonly string[]>> = {
  figure: ["label", "value", "unit"],
  point: ["date", "value", "status"],
  phase: ["name", "start", "end"],
  participation: ["date", "method", "influence"],
  assessment: ["lens", "item", "score"],
  contribution: ["indicatorId", "low", "high"],
  lever: ["lever", "evidence"],
  reference: ["label", "url"],
  source: ["title", "year"],
  ownLens: ["name", "values"],
  switchedOffCheck: ["reason"],
  advantage: ["levels"],
  currencyRate: ["from", "to", "rate"],
};

/** A record of any list. */
export type AnyRecord = { readonly id: string } & Readonly<Record<string, unknown>>;
