/** What every control of one form shares. */
import type { PutRecords } from "@trellis/shared/ops/records";
import { createContext, useContext } from "react";
import type { References } from "../../workspace/values/references.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** How the fields of one owner are written, with values that fit. Keeps its identity while the owner is the same. */
export interface FieldWriters {
  readonly write: (field: string, value: unknown) => void;
  readonly putRecord: (
    list: string,
    record: { readonly id: string } & Readonly<Record<string, unknown>>,
  ) => void;
  /** Adds many as one step; null when they were refused, which a notice says. */
  readonly putRecords: (
    list: string,
    records: readonly Readonly<Record<string, unknown>>[],
  ) => PutRecords | null;
  readonly removeRecord: (list: string, id: string) => void;
  readonly tagLens: (lens: string, tags: readonly (string | number)[] | null) => void;
}

export interface FormSurroundings extends References {
  readonly ownerKey: string;
  readonly readOnly: boolean;
  /** Type of the card, for words that say what belongs in an empty field; null for links and the map. */
  readonly ownerType: string | null;
}

/** The values of an owner by field. What did not change keeps its identity. */
export type FieldValues = Readonly<Record<string, unknown>>;

export const FormContext = createContext<FormSurroundings | null>(null);

export function useForm(): FormSurroundings {
  const form = useContext(FormContext);
  if (!form) throw new Error("used outside a form of fields");
  return form;
}
