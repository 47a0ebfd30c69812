/** Which fields of a record stand in its row of the small table; the wide one has all of them. */
import type { RecordName } from "@trellis/shared/schema/records";

export const RECORD_COLUMNS: Readonly<Record<RecordName, readonly string[]>> = {
  figure: ["label", "value", "unit"],
  point: ["date", "value", "source"],
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
