/** What every control gets. `write` takes values that fit; null means "not known". */
import type { FieldSpec } from "@trellis/shared/schema/fields";

export interface ControlProps<Spec extends FieldSpec = FieldSpec> {
  readonly spec: Spec;
  /** Path of the field below its owner, with dots: `cost.amount`. */
  readonly path: string;
  /** Id of the element that a label points to. */
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly write: (value: unknown) => void;
  /** No label is drawn beside the control, so it carries its name itself. */
  readonly named?: boolean;
  /** What belongs here, shown while it is empty. */
  readonly placeholder?: string;
  /** Stands in a cell of a table: one line, no helps around it. */
  readonly cell?: boolean;
}

export type SpecOf<Kind extends FieldSpec["kind"]> = Extract<FieldSpec, { kind: Kind }>;

export const nameOf = (props: Pick<ControlProps, "named" | "label">) =>
  props.named ? { "aria-label": props.label } : {};
