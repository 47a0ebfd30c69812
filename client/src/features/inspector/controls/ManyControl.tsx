import { MultiSelect, TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Choice } from "../formContext.ts";
import styles from "../Inspector.module.css";

interface ManyControlProps {
  readonly id: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  /** Other words are welcome. */
  readonly open?: boolean;
  readonly write: (values: readonly string[] | null) => void;
  readonly label?: string;
  readonly placeholder?: string;
}

/** Some of a list. */
export function ManyControl(props: ManyControlProps) {
  const { id, values, choices, open = false, write, label, placeholder } = props;
  const { t } = useTranslation();
  const labels = new Map(choices.map((choice) => [choice.value, choice.label]));
  const byLabel = new Map(choices.map((choice) => [choice.label, choice.value]));
  const shared = {
    id,
    ...(label === undefined ? {} : { "aria-label": label }),
    variant: "unstyled",
    size: "xs",
    classNames: { input: styles.quiet ?? "", pill: styles.pill ?? "", inputField: styles.pillsField ?? "" },
    comboboxProps: { shadow: "md" },
    ...(values.length === 0 ? { placeholder: placeholder ?? t("words.notKnown") } : {}),
  } as const;
  const emit = (next: readonly string[]) => write(next.length > 0 ? next : null);
  if (open)
    return (
      <TagsInput
        {...shared}
        data={choices.map((choice) => choice.label)}
        value={values.map((value) => labels.get(value) ?? value)}
        onChange={(next) => emit(next.map((entry) => byLabel.get(entry) ?? entry))}
      />
    );
  const strangers = values.filter((value) => !labels.has(value));
  return (
    <MultiSelect
      {...shared}
      searchable
      hidePickedOptions
      nothingFoundMessage={t("inspector.nothingFound")}
      data={[...choices, ...strangers.map((value) => ({ value, label: value }))]}
      value={[...values]}
      onChange={emit}
    />
  );
}
