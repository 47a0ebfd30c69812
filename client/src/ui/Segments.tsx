/** A choice of a few, all of them in sight. */
import styles from "./View.module.css";

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly values: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

export function Segments<Value extends string>({ label, values, value, onChoose }: SegmentsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend; the label names the group
    <div className={styles.segments} role="group" aria-label={label}>
      {values.map((one) => (
        <button
          key={one.value}
          type="button"
          aria-pressed={one.value === value}
          className={styles.segment}
          onClick={() => onChoose(one.value)}
        >
          {one.label}
        </button>
      ))}
    </div>
  );
}
