import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { showDate } from "../showDate.ts";
import { daysMeant } from "./dates.ts";
import { formatNumber, readNumber } from "./numbers.ts";
import styles from "./PasteAsks.module.css";
import type { PasteQuestion } from "./usePasteQuestion.ts";

/** Asks how a pasted block writes what can be read in two ways. Nothing is on the map before the answer. */
export function PasteAsks({ question }: { readonly question: PasteQuestion }) {
  const { t } = useTranslation();
  const { asks, answer, leaveMarked, cancel } = question;
  const [dayFirst, monthFirst] = asks.date === null ? [] : daysMeant(asks.date);
  const choices =
    asks.number !== null
      ? (["point", "comma"] as const).map((mark) => ({
          key: mark,
          words: formatNumber(readNumber(asks.number ?? "", mark)),
          run: () => answer({ mark }),
        }))
      : [dayFirst, monthFirst].flatMap((date, index) =>
          date ? [{ key: date, words: showDate(date), run: () => answer({ dayFirst: index === 0 }) }] : [],
        );
  return (
    <div className={styles.asks} role="alert" data-paste-asks>
      <p>{t("inspector.pasted.asks", { text: asks.number ?? asks.date ?? "" })}</p>
      <Group gap={6}>
        {choices.map(({ key, words, run }, index) => (
          <Button
            key={key}
            size="compact-xs"
            data-autofocus={index === 0}
            autoFocus={index === 0}
            onClick={run}
          >
            {words}
          </Button>
        ))}
        <Button size="compact-xs" variant="default" onClick={leaveMarked}>
          {t("inspector.pasted.leaveMarked")}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray.7" onClick={cancel}>
          {t("app.cancel")}
        </Button>
      </Group>
    </div>
  );
}
