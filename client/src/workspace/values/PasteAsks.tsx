import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { showDate } from "../showDate.ts";
import { daysMeant } from "./dates.ts";
import { formatNumber, readNumber } from "./numbers.ts";
import styles from "./PasteAsks.module.css";
import { PasteColumns } from "./PasteColumns.tsx";
import { writtenSum } from "./sums.ts";
import type { PasteQuestion } from "./usePasteQuestion.ts";

/** Asks what is unclear in a pasted block, one thing at a time. Nothing is on the map before the answer. */
export function PasteAsks({ question }: { readonly question: PasteQuestion }) {
  const { t } = useTranslation();
  const { asks, leaveMarked, cancel } = question;
  if (asks.heads === null && asks.columns.length > 0) return <PasteColumns question={question} />;
  const { words, choices } = asked(question, t);
  return (
    <div className={styles.asks} role="alert" data-paste-asks>
      <p>{words}</p>
      <Group gap={6}>
        {choices.map(({ label, run }, index) => (
          <Button
            key={label}
            size="compact-xs"
            data-autofocus={index === 0}
            autoFocus={index === 0}
            onClick={run}
          >
            {label}
          </Button>
        ))}
        {asks.heads === null && (
          <Button size="compact-xs" variant="default" onClick={leaveMarked}>
            {t("inspector.pasted.leaveMarked")}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" color="gray.7" onClick={cancel}>
          {t("app.cancel")}
        </Button>
      </Group>
    </div>
  );
}

interface Asked {
  readonly words: string;
  readonly choices: readonly { readonly label: string; readonly run: () => void }[];
}

function asked({ asks, answer }: PasteQuestion, t: ReturnType<typeof useTranslation>["t"]): Asked {
  const { heads, number, date, currency } = asks;
  if (heads !== null)
    return {
      words: t("inspector.pasted.asksHeads", { text: heads.filter((cell) => cell !== "").join(", ") }),
      choices: [true, false].map((hasHeads) => ({
        label: t(hasHeads ? "inspector.pasted.isHeads" : "inspector.pasted.isRow"),
        run: () => answer({ hasHeads }),
      })),
    };
  const words = t("inspector.pasted.asks", { text: number ?? date ?? currency ?? "" });
  if (number !== null)
    return {
      words,
      choices: (["point", "comma"] as const).map((mark) => ({
        label: formatNumber(readNumber(writtenSum(number)?.number ?? number, mark)),
        run: () => answer({ mark }),
      })),
    };
  if (date !== null)
    return {
      words,
      choices: daysMeant(date).map((day, index) => ({
        label: showDate(day),
        run: () => answer({ dayFirst: index === 0 }),
      })),
    };
  return {
    words,
    choices: asks.currencies.map((code) => ({ label: code, run: () => answer({ currency: code }) })),
  };
}
