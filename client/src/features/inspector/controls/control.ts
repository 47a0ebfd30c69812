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
}

export type SpecOf<Kind extends FieldSpec["kind"]> = Extract<FieldSpec, { kind: Kind }>;
