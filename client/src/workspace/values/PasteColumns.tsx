import { Button, Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./PasteAsks.module.css";
import type { PasteQuestion } from "./usePasteQuestion.ts";

/** Asks which field each column is meant for whose head names none. What is not chosen is left out, and said so. */
export function PasteColumns({ question }: { readonly question: PasteQuestion }) {
  const { t } = useTranslation();
  const { asks, choices, answer, cancel } = question;
  const [chosen, setChosen] = useState<Readonly<Record<number, string | null>>>({});
  const taken = new Set(Object.values(chosen));
  return (
    <div className={styles.asks} role="alert" data-paste-asks>
      <p>{t("inspector.pasted.asksColumns", { count: asks.columns.length })}</p>
      <ul className={styles.columns}>
        {asks.columns.map(({ place, head, example }, index) => (
          <li key={place}>
            <NativeSelect
              size="xs"
              label={head}
              description={t("inspector.pasted.example", { text: example })}
              data-autofocus={index === 0}
              autoFocus={index === 0}
              value={chosen[place] ?? ""}
              data={[
                { value: "", label: t("inspector.pasted.leaveOut") },
                ...choices
                  .filter(({ field }) => chosen[place] === field || !taken.has(field))
                  .map(({ field, label }) => ({ value: field, label })),
              ]}
              onChange={({ currentTarget: { value } }) =>
                setChosen((now) => ({ ...now, [place]: value === "" ? null : value }))
              }
            />
          </li>
        ))}
      </ul>
      <Group gap={6}>
        <Button size="compact-xs" onClick={() => answer({ columns: chosen })}>
          {t("inspector.pasted.goOn")}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray.7" onClick={cancel}>
          {t("app.cancel")}
        </Button>
      </Group>
    </div>
  );
}
