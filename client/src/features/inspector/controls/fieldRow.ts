/**
 * The row in which a field stands, as the controls inside a group know it: a group's parts are rows again, so the row
 * is handed down instead of imported, which would be a circle.
 */
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { type ComponentType, createContext, useContext } from "react";

export interface FieldRowProps {
  readonly name: string;
  readonly path: string;
  /** Tells apart fields of the same path: a record's id. */
  readonly scope?: string;
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly write: (value: unknown) => void;
  readonly required?: boolean;
}

export const FieldRowContext = createContext<ComponentType<FieldRowProps> | null>(null);

/** The row to draw parts with. @throws outside of a panel, which is a mistake in the code */
export function useFieldRow(): ComponentType<FieldRowProps> {
  const Row = useContext(FieldRowContext);
  if (!Row) throw new Error("parts of a field are drawn outside of a form");
  return Row;
}
