import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Choice } from "../formContext.ts";
import styles from "../Inspector.module.css";

interface ChoiceControlProps {
  readonly id: string;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  readonly write: (value: string | null) => void;
  /** The field must have a value, so "not known" is not offered. */
  readonly required?: boolean;
  /** Name of the control where no label stands beside it. */
  readonly label?: string;
  readonly placeholder?: string;
  /** Show the values themselves, short, and their labels only in the list. */
  readonly codes?: boolean;
}

/** One of a list. A stored value that the list does not hold is shown as it is, never dropped. */
export function ChoiceControl(props: ChoiceControlProps) {
  const { id, value, choices, write, required = false, label, placeholder, codes = false } = props;
  const { t } = useTranslation();
  const isListed = value === null || choices.some((choice) => choice.value === value);
  return (
    <NativeSelect
      id={id}
      variant="unstyled"
      size="xs"
      value={value ?? ""}
      {...(label === undefined ? {} : { "aria-label": label })}
      classNames={{
        input: [styles.quiet, value === null ? styles.unknown : "", codes ? styles.codes : ""].join(" "),
      }}
      data={[
        ...(required ? [] : [{ value: "", label: codes ? "–" : (placeholder ?? t("words.notKnown")) }]),
        ...(isListed ? [] : [{ value, label: value }]),
        ...choices,
      ]}
      onChange={(event) => write(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
