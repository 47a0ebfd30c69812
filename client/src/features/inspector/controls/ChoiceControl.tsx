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
}

/** One of a list. A stored value that the list does not hold is shown as it is, never dropped. */
export function ChoiceControl({ id, value, choices, write, required = false }: ChoiceControlProps) {
  const { t } = useTranslation();
  const isListed = value === null || choices.some((choice) => choice.value === value);
  return (
    <NativeSelect
      id={id}
      variant="unstyled"
      size="xs"
      value={value ?? ""}
      classNames={{ input: `${styles.quiet} ${value === null ? styles.unknown : ""}` }}
      data={[
        ...(required ? [] : [{ value: "", label: t("inspector.notKnown") }]),
        ...(isListed ? [] : [{ value, label: value }]),
        ...choices,
      ]}
      onChange={(event) => write(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
