/** One rate: what one unit is worth, on which day, and where that is written. Kept among the map's settings. */
import { Button, CloseButton, Group, Text, TextInput } from "@mantine/core";
import { putRecord } from "@trellis/shared/ops/records";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { today } from "../../workspace/today.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import { type RateProblem, type RateWords, readRate } from "./rateEntry.ts";

interface RateFormProps {
  readonly from: string;
  readonly to: string;
  readonly onDone: () => void;
}

export function RateForm({ from, to, onDone }: RateFormProps) {
  const { t } = useTranslation();
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  const [words, setWords] = useState<RateWords>(() => ({ rate: "", date: today(), source: "" }));
  const [wrong, setWrong] = useState<{ field: "rate" | "date"; problem: RateProblem } | null>(null);
  const put = (patch: Partial<RateWords>) => {
    setWords({ ...words, ...patch });
    setWrong(null);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const found = readRate(words);
    if ("problem" in found) return setWrong(found);
    // Refused, and said so: the form keeps what was typed.
    if (edit(putRecord, { card: "map", list: "currencyRates", record: { from, to, ...found } }) === null)
      return;
    undoNotice(t("funding.rate.saved", { from, to, rate: found.rate }));
    onDone();
  };
  const error = (field: "rate" | "date") =>
    wrong?.field === field ? { error: t(`funding.rate.${wrong.problem}`) } : {};
  return (
    <form onSubmit={save} noValidate>
      <Group justify="space-between" mb={6} wrap="nowrap">
        <Text size="sm" fw={600}>
          {t("funding.rate.title", { from, to })}
        </Text>
        <CloseButton size="sm" aria-label={t("app.close")} onClick={onDone} />
      </Group>
      <TextInput
        size="sm"
        label={t("funding.rate.rate", { from, to })}
        inputMode="decimal"
        value={words.rate}
        data-autofocus
        {...error("rate")}
        onChange={(event) => put({ rate: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        mt={8}
        label={t("funding.rate.date")}
        value={words.date}
        {...error("date")}
        onChange={(event) => put({ date: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        mt={8}
        label={t("funding.rate.source")}
        value={words.source}
        onChange={(event) => put({ source: event.currentTarget.value })}
      />
      <Button type="submit" size="compact-md" mt={12} fullWidth>
        {t("funding.rate.save")}
      </Button>
    </form>
  );
}
